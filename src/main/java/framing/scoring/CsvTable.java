package framing.scoring;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in CSV. */
final class CsvTable extends OutputTable {
    private final List<String> columns;
    private @Nullable CsvOutput csv;

    CsvTable(GrowingFile file, List<OutputColumn> columns) {
        super(file);
        this.columns = columns.stream().map(OutputColumn::name).toList();
    }

    @Override
    void begin() throws IOException {
        csv();
    }

    @Override
    void row(Map<String, ?> cells) throws IOException {
        csv().row(cells.values());
    }

    private CsvOutput csv() throws IOException {
        if (csv == null) {
            boolean headed = file.isBegun();
            csv = new CsvOutput(file.text());
            if (!headed) {
                csv.row(columns);
            }
        }
        return csv;
    }
}
