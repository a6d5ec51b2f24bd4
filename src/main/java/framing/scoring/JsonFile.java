package framing.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A record in a file of JSON. */
final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private JsonFile() {}

    static <T> T read(Path file, Class<T> type) throws IOException {
        return JSON.readValue(file.toFile(), type);
    }

    /** Writes the file in one step: whenever the program or the machine stops, the old content or the new is there. */
    static void write(Path file, Object content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
                out.write(JSON.writeValueAsBytes(content));
                out.write('\n');
                out.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
