package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxReaderTest extends TableReaderContractTest {
    @Override
    String fileName() {
        return "articles.xlsx";
    }

    @Override
    int longCell() {
        return 32_767; // Excel's bound
    }

    @Override
    void write(Path file, List<List<String>> rows) throws IOException {
        write(file, sheet -> {
            List<String> header = List.of("id", "title", "text");
            for (int column = 0; column < 3; column++) {
                sheet.value(0, column, header.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        });
    }

    private static void write(Path file, Consumer<Worksheet> cells) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "tests", "1.0")) {
            cells.accept(workbook.newWorksheet("articles"));
            workbook.newWorksheet("notes").value(0, 0, "not read");
        }
    }

    private Path file(Consumer<Worksheet> cells) throws IOException {
        Path file = folder.resolve(fileName());
        write(file, cells);
        return file;
    }

    @Test
    void numbers_booleans_and_dates_become_text() throws IOException {
        Path file = file(sheet -> {
            List.of("n", "x", "b", "d", "t").forEach(name -> sheet.value(0, "nxbdt".indexOf(name), name));
            sheet.value(1, 0, 7);
            sheet.value(1, 1, 1.25);
            sheet.value(1, 2, true);
            sheet.value(1, 3, LocalDate.of(2024, 1, 2));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, LocalDateTime.of(2024, 1, 2, 10, 30));
            sheet.style(1, 4).format("d/m/yy hh:mm").set();
        });

        assertThat(cells(file))
                .containsExactly(
                        Map.of("n", "7", "x", "1.25", "b", "true", "d", "2024-01-02", "t", "2024-01-02T10:30"));
    }

    @Test
    void blank_rows_are_passed_over_and_short_ones_filled() throws IOException {
        Path file = file(sheet -> {
            sheet.value(2, 0, " id ");
            sheet.value(2, 1, "text");
            sheet.value(4, 0, "1");
            sheet.value(5, 1, "b");
        });

        assertThat(cells(file)).containsExactly(Map.of("id", "1", "text", ""), Map.of("id", "", "text", "b"));
        assertThat(((Row.Read<TableRow>) read(file).get(0)).value().line()).isEqualTo(5);
    }

    @Test
    void a_row_with_more_cells_than_the_header_is_rejected() throws IOException {
        Path file = file(sheet -> {
            sheet.value(0, 0, "id");
            sheet.value(1, 0, "1");
            sheet.value(1, 2, "astray");
            sheet.value(2, 0, "2");
        });

        assertThat(cells(file)).containsExactly(Map.of("id", "2"));
        assertThat(rejections(file)).containsExactly("2: 3 cells where the header has 1");
    }

    @Test
    void a_cell_that_means_nothing_ends_the_reading_and_keeps_the_rows_before() throws IOException {
        Path file = table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d"), List.of("3", "e", "f")));
        rewrite(file, "xl/worksheets/sheet1.xml", sheet -> sheet.replace("r=\"A3\" t=\"s\"", "r=\"A3\" t=\"?\""));

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("1");
        assertThat(rejections(file)).singleElement().asString().startsWith("3: the workbook is damaged from here on (");
    }

    @Test
    void a_workbook_that_breaks_off_is_refused_alone_and_rejected_among_others() throws IOException {
        byte[] whole = Files.readAllBytes(twoRows());
        Path broken = folder.resolve("broken.xlsx");
        Files.write(broken, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> TableReader.open(broken))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(broken + " cannot be read: it is no workbook of the kind that .xlsx stands for, or not a"
                        + " whole one.");
        assertThat(CorpusReader.of(folder).survey()).isEqualTo(new CorpusSurvey(2, 1, List.of(), Map.of(), 0));
    }

    @Test
    void a_workbook_that_expands_without_end_is_refused_before_it_fills_the_memory() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }

        assertThatThrownBy(() -> TableReader.open(bomb))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(bomb + " cannot be read: the file expands to more than 200 times its size, as no text does,"
                        + " and is not read further.");
    }

    @Test
    void entities_of_a_hostile_workbook_are_not_expanded() throws IOException {
        Path file = twoRows();
        rewrite(
                file,
                "xl/sharedStrings.xml",
                strings -> strings.replaceFirst(
                                "(<\\?xml[^>]*>)", "$1<!DOCTYPE sst [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                        .replace("Cars cross.", "&e;"));
        String secret = Files.exists(Path.of("/etc/hostname"))
                ? Files.readString(Path.of("/etc/hostname")).strip()
                : "-";

        try {
            assertThat(read(file).toString()).doesNotContain(secret);
        } catch (UserFacingException refused) {
            assertThat(refused.getMessage()).contains(file.toString());
        }
    }

    private static void rewrite(Path file, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String changed = entry.getName().equals(part) ? change.apply(content) : content;
                out.write(changed.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(file, bytes.toByteArray());
    }
}
