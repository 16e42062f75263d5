package io.github.nodesonde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outside the packages of a kind nothing names one: that is what keeps a new kind to one package. */
class KindNeutralityTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern KIND_OR_CLIENT =
            Pattern.compile("(?i)genlayer|leanspec|\\blean\\b|zeam|\\bream\\b|qlean|ethlambda|\\bgean\\b|zksync|genvm");

    /** The contract itself names a kind here: an environment variable that operators of one kind already set. */
    private static final Set<String> NAMED_BY_THE_CONTRACT = Set.of("LEANSPEC_LOG_LEVEL");

    @Test
    void nothingOutsideAKindNamesOne() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().matches(".*/(chain|demo)/[^/]+/.*"))
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i);
                    for (String allowed : NAMED_BY_THE_CONTRACT) {
                        line = line.replace(allowed, "");
                    }
                    if (KIND_OR_CLIENT.matcher(line).find()) {
                        found.add(SOURCES.relativize(file) + ":" + (i + 1) + ": " + line.strip());
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }
}
