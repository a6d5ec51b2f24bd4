package framing.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in Parquet. Rows are kept as JSON lines, which can be cut off at a checkpoint, and turned into Parquet when all
 * are there: with one thread and the order of the lines, so that the same rows give the same bytes.
 */
final class ParquetTable extends JsonLinesTable {
    /** DuckDB's own bound on a line, which a longer one raises. */
    private static final long LEAST_LINE_BYTES = 16L << 20;

    private final List<OutputColumn> columns;

    ParquetTable(GrowingFile file, List<OutputColumn> columns) {
        super(file);
        this.columns = columns;
    }

    @Override
    void finish() throws IOException {
        close();
        Path lines = GrowingFile.unfinished(target());
        if (!Files.exists(lines)) {
            return; // it took its name before the run was stopped
        }
        Path converted = target().resolveSibling(target().getFileName() + ".converted");
        try {
            convert(lines, converted);
            try (FileChannel channel = FileChannel.open(converted, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(converted, target(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(converted);
        }
        Files.delete(lines);
    }

    private void convert(Path lines, Path converted) throws IOException {
        String types = columns.stream()
                .map(column -> quoted(column.name()) + ": '" + type(column.kind()) + "'")
                .collect(Collectors.joining(", "));
        long longest = Math.max(LEAST_LINE_BYTES, longestLine(lines) + 1);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1; SET preserve_insertion_order = true;"
                    + " SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;"
                    + " SET temp_directory = ''");
            statement.execute("COPY (FROM read_json(" + quoted(lines.toString())
                    + ", format = 'newline_delimited', columns = {" + types + "}, maximum_object_size = " + longest
                    + ")) TO " + quoted(converted.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException("Parquet could not be made of " + lines + ": " + e.getMessage(), e);
        }
    }

    private static String type(OutputColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case WHOLE_NUMBER -> "INTEGER";
            case PROBABILITY -> "DOUBLE";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static long longestLine(Path lines) throws IOException {
        long longest = 0;
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(lines)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    length = buffer[i] == '\n' ? 0 : length + 1;
                    longest = Math.max(longest, length);
                }
            }
        }
        return longest;
    }
}
