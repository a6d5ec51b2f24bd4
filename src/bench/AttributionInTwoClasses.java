import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Prepares polnear-attribution.csv for the benchmarks: two classes (attributed, unattributed; partly attributed rows are
 * dropped), the article kept as the group, and rows drawn at random over all articles.
 *
 * <p>usage: java -cp 'target/framing/lib/*' src/bench/AttributionInTwoClasses.java IN.csv SPLIT ROWS SEED OUT.csv, where
 * SPLIT is train, dev or all, and ROWS 0 takes all.
 */
final class AttributionInTwoClasses {
    public static void main(String[] arguments) throws Exception {
        String split = arguments[1];
        int wanted = Integer.parseInt(arguments[2]);
        List<CSVRecord> rows = new ArrayList<>();
        CSVFormat in = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser all = CSVParser.parse(Files.newBufferedReader(Path.of(arguments[0])), in)) {
            for (CSVRecord row : all) {
                boolean whole = !row.get("label").equals("partly_attributed");
                if (whole && (split.equals("all") || split.equals(row.get("split")))) {
                    rows.add(row);
                }
            }
        }
        Collections.shuffle(rows, new Random(Long.parseLong(arguments[3])));
        CSVFormat out = CSVFormat.RFC4180.builder().setHeader("article", "text", "attribution").get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(Path.of(arguments[4])), out)) {
            for (CSVRecord row : rows.subList(0, wanted > 0 ? Math.min(wanted, rows.size()) : rows.size())) {
                String label = row.get("label").startsWith("attributed") ? "attributed" : "unattributed";
                printer.printRecord(row.get("group"), row.get("text"), label);
            }
        }
    }
}
