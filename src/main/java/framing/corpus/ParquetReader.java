package framing.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet table, read by DuckDB as a stream. Numbers, dates and booleans become the text DuckDB writes them as, nested
 * values their JSON text, and null is no cell at all. The line of a row is its number in the table.
 */
final class ParquetReader extends TableReader {
    private final DiskFile disk;
    private final Connection database;
    private final List<String> columns = new ArrayList<>();
    private @Nullable ResultSet rows;
    private long number;

    private ParquetReader(InputFile file, DiskFile disk, Connection database) {
        super(file, StandardCharsets.UTF_8);
        this.disk = disk;
        this.database = database;
    }

    static ParquetReader open(InputFile file) throws IOException {
        DiskFile disk = file.onDisk();
        ParquetReader reader;
        try {
            reader = new ParquetReader(file, disk, DriverManager.getConnection("jdbc:duckdb:", settings()));
        } catch (SQLException e) {
            disk.close();
            throw new IOException("DuckDB, which reads Parquet, cannot start: " + e.getMessage(), e);
        }
        try {
            reader.query(fileName(disk));
            return reader;
        } catch (SQLException e) {
            reader.close();
            throw new DamagedInputException(file.source(), 1, "it is no whole Parquet file (" + firstLine(e) + ")");
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * One thread and bounded memory, rows as they come, and nothing fetched from anywhere. With threads that read ahead,
     * how many of the rows before a damage are kept would differ from run to run.
     */
    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("threads", "1");
        settings.setProperty("async_threads", "0");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    /** The path, its signs for patterns taken literally. */
    private static String fileName(DiskFile disk) {
        return disk.path().toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]");
    }

    private void query(String path) throws SQLException {
        try (Statement small = database.createStatement()) {
            small.execute("SET streaming_buffer_size = '64KB'"); // what is lost of the rows before a damage
        }
        List<String> selected = new ArrayList<>();
        try (PreparedStatement describe =
                        database.prepareStatement("SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet('"
                                + path.replace("'", "''") + "', binary_as_string = true))");
                ResultSet described = describe.executeQuery()) {
            while (described.next()) {
                columns.add(described.getString(1));
                selected.add(asText(described.getString(1), described.getString(2)));
            }
        }
        PreparedStatement select = database.prepareStatement(
                "SELECT " + String.join(", ", selected) + " FROM read_parquet(?, binary_as_string = true)");
        select.closeOnCompletion();
        select.setString(1, path);
        rows = select.executeQuery();
    }

    private static String asText(String column, String type) {
        String name = "\"" + column.replace("\"", "\"\"") + "\"";
        boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
        return nested ? "to_json(" + name + ")::VARCHAR" : name + "::VARCHAR";
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    @Nullable
    Row<TableRow> advance() throws IOException {
        try {
            if (rows == null || !rows.next()) {
                return null;
            }
            number++;
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                String cell = rows.getString(i + 1);
                if (cell != null) {
                    cells.put(columns.get(i), cell);
                }
            }
            return row(number, cells);
        } catch (SQLException e) {
            throw damaged(number + 1, "the Parquet file is damaged from here on (" + firstLine(e) + ")");
        }
    }

    @Override
    public void close() throws IOException {
        try (disk) {
            database.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
