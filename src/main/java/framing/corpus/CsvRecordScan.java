package framing.corpus;

/**
 * Follows the quotation marks of one CSV record over its lines, to know where the record ends: a cell that begins with a
 * quotation mark goes on, over line ends too, until the mark that closes it. Reads quotation marks the way Apache
 * Commons CSV does.
 */
final class CsvRecordScan {
    private final char delimiter;
    private boolean open;
    private boolean broken;
    private int cells = 1;

    CsvRecordScan(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Whether a quoted cell is still open after the lines seen so far. */
    boolean isOpen() {
        return open;
    }

    /** Whether text followed a closing quotation mark, so that the record means nothing. */
    boolean isBroken() {
        return broken;
    }

    /** How many cells have begun. */
    int cells() {
        return cells;
    }

    void accept(String line) {
        int i = open ? 0 : beginCell(line, 0);
        while (i <= line.length() && !broken) {
            int stop = open ? afterClosing(line, i) : line.indexOf(delimiter, i);
            if (stop < 0 || stop >= line.length()) {
                return;
            }
            cells++;
            i = beginCell(line, stop + 1);
        }
    }

    private int beginCell(String line, int i) {
        open = i < line.length() && line.charAt(i) == '"';
        return open ? i + 1 : i;
    }

    /** The place of the delimiter after the mark that closes the cell, the line's length, or -1 when it stays open. */
    private int afterClosing(String line, int from) {
        int mark = line.indexOf('"', from);
        while (mark >= 0 && mark + 1 < line.length() && line.charAt(mark + 1) == '"') {
            mark = line.indexOf('"', mark + 2);
        }
        if (mark < 0) {
            return -1;
        }
        open = false;
        int i = mark + 1;
        while (i < line.length() && line.charAt(i) != delimiter && Character.isWhitespace(line.charAt(i))) {
            i++;
        }
        broken = i < line.length() && line.charAt(i) != delimiter;
        return i;
    }
}
