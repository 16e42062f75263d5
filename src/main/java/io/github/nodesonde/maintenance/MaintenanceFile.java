package io.github.nodesonde.maintenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that windows are kept in. It is replaced as a whole, so that a crash leaves the old one or the new one. */
final class MaintenanceFile {

    private static final int MOST_BYTES = 16 << 20;
    private static final TypeReference<List<MaintenanceWindow>> WINDOWS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private final Path file;

    MaintenanceFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Empty when there is no file.
     *
     * @throws IOException when it cannot be read, or is not what was written
     */
    List<MaintenanceWindow> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("larger than anything that is written there");
            }
            List<MaintenanceWindow> windows = json.readValue(bytes, WINDOWS);
            if (windows == null || windows.stream().anyMatch(Objects::isNull)) {
                throw new IOException("not what is written there");
            }
            return List.copyOf(windows);
        } catch (JacksonException e) {
            throw new IOException("not what is written there", e);
        }
    }

    void write(List<MaintenanceWindow> windows) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path newest = file.resolveSibling(file.getFileName() + ".new");
        Files.write(newest, json.writeValueAsString(windows).getBytes(UTF_8));
        try (FileChannel written = FileChannel.open(newest, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(newest, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
