package framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were looked at once and must not change unseen. They stand in src/test/resources, in the folder of the test's
 * package. To write them anew after a wanted change, and then to look at what git shows: {@code mvn test
 * -Dtest=NAME -Dgolden.update=true}.
 */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Compares the text with the file, line ends and all. */
    public static void assertMatches(Class<?> test, String name, String actual) {
        assertMatches(
                Path.of("src", "test", "resources")
                        .resolve(test.getPackageName().replace('.', '/'))
                        .resolve(name),
                actual);
    }

    /** The same with a file that stands elsewhere, such as a page of the manual. */
    public static void assertMatches(Path file, String actual) {
        try {
            if (UPDATE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).isRegularFile();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
