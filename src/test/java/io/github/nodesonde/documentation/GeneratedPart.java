package io.github.nodesonde.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that is made from the program, between two comments that carry its name. What is around it is
 * written by hand.
 */
public record GeneratedPart(Path document, String name) {

    private static final boolean WRITE = "write".equals(System.getProperty("nodesonde.docs"));

    /** The part as it stands in the document, for what of it is kept. */
    public String text() {
        String whole = whole();
        return whole.substring(whole.indexOf(begin()) + begin().length(), whole.indexOf(end()));
    }

    /** Compares what the program says with the document; writes it there instead with {@code -Dnodesonde.docs=write}. */
    public void isToSay(String text) {
        String said = "\n" + text.strip() + "\n";
        if (WRITE) {
            write(whole().replace(begin() + text() + end(), begin() + said + end()));
        }
        assertThat(text())
                .as("%s, part %s; to write it anew: ./mvnw test -Dtest='*DocumentationTests' -Dnodesonde.docs=write"
                        .formatted(document, name))
                .isEqualTo(said);
    }

    private String begin() {
        return "<!-- " + name + ": made from the program; see CONTRIBUTING.md -->";
    }

    private String end() {
        return "<!-- end of " + name + " -->";
    }

    private String whole() {
        try {
            String whole = Files.readString(document);
            assertThat(whole).as(document.toString()).containsOnlyOnce(begin()).containsOnlyOnce(end());
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String whole) {
        try {
            Files.writeString(document, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
