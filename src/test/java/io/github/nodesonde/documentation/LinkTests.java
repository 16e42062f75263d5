package io.github.nodesonde.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads a document and follows a link within the repository arrives. */
class LinkTests {

    /** Where documents are, and how many folders deep. */
    private static final Map<String, Integer> PLACES = Map.of(".", 1, "docs", 9, "deploy", 9, "helm", 9);

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndToAHeadingOfIt(Path document) {
        assertThat(MarkdownFile.read(document).broken()).isEmpty();
    }

    @Test
    void everyGuideIsLinkedInTheReadme() throws IOException {
        List<String> linked = MarkdownFile.read(Path.of("README.md")).links();

        assertThat(documents().stream().filter(document -> Path.of("docs").equals(document.getParent())))
                .hasSizeGreaterThan(10)
                .allSatisfy(guide -> assertThat(linked).contains(guide.toString()));
    }

    @Test
    void brokenLinksAreSeenAndCodeIsNoLink(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.md"), """
                # One `thing`, [linked](x)
                ```sh
                # no heading
                ```
                ## Twice
                ## Twice
                """);
        var document = new MarkdownFile(folder.resolve("this.md"), """
                # Here
                [a](other.md#one-thing-linked) [b](other.md#twice-1) [c](#here) [d](https://example.org/x) `[e](gone.md)`
                ```md
                [f](gone.md)
                ```
                [g](gone.md) ![h](gone.png) [i](other.md#no-heading) [j](#nowhere)
                [k](https://github.com/nodesonde/nodesonde/blob/main/docs/gone.md) [l](https://github.com/nodesonde/nodesonde/tree/main/docs)
                """);

        assertThat(document.broken())
                .containsExactly("gone.md", "gone.png", "other.md#no-heading", "#nowhere", "/docs/gone.md");
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (Map.Entry<String, Integer> place : PLACES.entrySet()) {
            try (Stream<Path> files = Files.walk(Path.of(place.getKey()), place.getValue())) {
                files.map(Path::normalize)
                        .filter(file -> file.toString().endsWith(".md"))
                        .forEach(documents::add);
            }
        }
        return documents;
    }
}
