package io.github.nodesonde.documentation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/metrics.md to the signals. */
class MetricsDocumentationTests {

    private final List<SignalSource> sources = ProgramBeans.of(SignalSource.class);

    @Test
    void seriesAreThoseOfTheSignals() {
        var text = new StringBuilder();
        for (Optional<String> kind : kinds()) {
            for (Signal.About about : Signal.About.values()) {
                List<Signal> signals = signals(kind, about).toList();
                if (!signals.isEmpty()) {
                    text.append(heading(kind, about)).append(table(signals));
                }
            }
        }

        new GeneratedPart(Path.of("docs/metrics.md"), "series").isToSay(text.toString());
    }

    @Test
    void everySignalSaysWhereItComesFrom() {
        assertThat(sources).flatExtracting(SignalSource::signals).isNotEmpty().allSatisfy(signal -> {
            assertThat(signal.source()).as(signal.name()).isNotBlank();
            assertThat(signal.absent()).as(signal.name()).isNotBlank();
            assertThat(signal.help()).as(signal.name()).endsWith(".");
        });
    }

    /** Kinds by name, then what every kind has. */
    private List<Optional<String>> kinds() {
        return sources.stream()
                .map(SignalSource::kind)
                .distinct()
                .sorted(comparing((Optional<String> kind) -> kind.isEmpty()).thenComparing(kind -> kind.orElse("")))
                .toList();
    }

    private Stream<Signal> signals(Optional<String> kind, Signal.About about) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind))
                .sorted(comparing(source -> source.getClass().getSimpleName()))
                .flatMap(source -> source.signals().stream())
                .filter(signal -> signal.about() == about);
    }

    private static String heading(Optional<String> kind, Signal.About about) {
        String whose = kind.map(type -> " of type `" + type + "`").orElse(" of every type");
        return "\n## "
                + switch (about) {
                    case NODE -> "Nodes" + whose;
                    case NETWORK -> "Networks" + whose;
                    case GATEWAY -> "The gateway";
                }
                + "\n\n";
    }

    private static String table(List<Signal> signals) {
        return "| series | type | is | comes from | absent when |\n|---|---|---|---|---|\n"
                + signals.stream().map(MetricsDocumentationTests::row).collect(joining());
    }

    private static String row(Signal signal) {
        String labels =
                signal.labels().isEmpty() ? "" : signal.labels().stream().collect(joining(",", "{", "}"));
        String unit = signal.unit().isEmpty() ? "" : ", " + signal.unit();
        return "| `%s%s` | %s%s | %s | %s | %s |\n"
                .formatted(
                        signal.name(),
                        labels,
                        signal.kind().name().toLowerCase(Locale.ROOT),
                        unit,
                        signal.help(),
                        signal.source(),
                        signal.absent());
    }
}
