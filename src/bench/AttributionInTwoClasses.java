import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Prepares polnear-attribution.csv for the benchmarks: two classes (attributed, unattributed; partly attributed rows are
 * dropped), reading order kept as doc_id and seq, and whole articles drawn at random until the wanted rows are reached.
 *
 * <p>usage: java -cp 'target/framing/lib/*' src/bench/AttributionInTwoClasses.java IN.csv SPLIT ROWS SEED OUT.csv, where
 * SPLIT is train, dev or all, and ROWS 0 takes all.
 */
final class AttributionInTwoClasses {
    public static void main(String[] arguments) throws Exception {
        String split = arguments[1];
        int wanted = Integer.parseInt(arguments[2]);
        Map<String, List<CSVRecord>> articles = new TreeMap<>();
        CSVFormat in = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(Path.of(arguments[0])), in)) {
            for (CSVRecord row : rows) {
                if (split.equals("all") || split.equals(row.get("split"))) {
                    articles.computeIfAbsent(row.get("group"), group -> new ArrayList<>()).add(row);
                }
            }
        }
        List<List<CSVRecord>> drawn = new ArrayList<>(articles.values());
        java.util.Collections.shuffle(drawn, new Random(Long.parseLong(arguments[3])));
        try (CSVPrinter out = new CSVPrinter(
                Files.newBufferedWriter(Path.of(arguments[4])),
                CSVFormat.RFC4180.builder().setHeader("doc_id", "seq", "text", "attribution").get())) {
            int written = 0;
            for (List<CSVRecord> article : drawn) {
                if (wanted > 0 && written >= wanted) {
                    break;
                }
                for (int seq = 0; seq < article.size(); seq++) {
                    String label = article.get(seq).get("label");
                    String two = label.equals("partly_attributed") ? "" : label.startsWith("attributed") ? "attributed" : label;
                    out.printRecord(article.get(seq).get("group"), seq, article.get(seq).get("text"), two);
                    written += two.isEmpty() ? 0 : 1;
                }
            }
        }
    }
}
