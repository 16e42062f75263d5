package io.github.nodesonde.exposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Pages from text and back, for tests. */
final class Pages {

    private Pages() {}

    static Page read(String text) {
        return read(text, TextFormat.PROMETHEUS_0_0_4);
    }

    static Page read(String text, TextFormat format) {
        try {
            return PageReader.read(text.getBytes(StandardCharsets.UTF_8), format.contentType(), Optional.empty());
        } catch (UnreadablePage e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/exposition/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Page page, TextFormat format) {
        return write(MergedPage.of(page), format);
    }

    static String write(MergedPage page, TextFormat format) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(page, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
