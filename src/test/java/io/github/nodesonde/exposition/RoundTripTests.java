package io.github.nodesonde.exposition;

import static io.github.nodesonde.exposition.TextFormat.OPENMETRICS_1_0_0;
import static io.github.nodesonde.exposition.TextFormat.PROMETHEUS_0_0_4;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTests {

    @Property(tries = 300)
    void plainPageIsReadAsItWasWritten(@ForAll("plainPages") Page page) {
        assertThat(Pages.read(Pages.write(page, PROMETHEUS_0_0_4))).isEqualTo(page);
    }

    @Property(tries = 300)
    void openMetricsPageIsReadAsItWasWritten(@ForAll("openMetricsPages") Page page) {
        assertThat(Pages.read(Pages.write(page, OPENMETRICS_1_0_0), OPENMETRICS_1_0_0))
                .isEqualTo(page);
    }

    @Property(tries = 300)
    void everyPageInOpenMetricsIsStableOnceWritten(@ForAll("plainPages") Page page) {
        Page once = Pages.read(Pages.write(page, OPENMETRICS_1_0_0), OPENMETRICS_1_0_0);

        assertThat(once.dropped()).isZero();
        assertThat(Pages.read(Pages.write(once, OPENMETRICS_1_0_0), OPENMETRICS_1_0_0))
                .isEqualTo(once);
    }

    @Property(tries = 1000)
    void numbersAreReadAsTheyWereWritten(@ForAll("doubles") double value) {
        assertThat(Numbers.parse(Numbers.text(value))).hasValue(value);
        assertThat(Numbers.parse(Numbers.canonical(value))).hasValue(value + 0.0);
    }

    @Property(tries = 5000)
    void numbersAreTheNearestDoubles(@ForAll long mantissa, @ForAll @IntRange(min = -330, max = 320) int exponent) {
        String text = mantissa + "e" + exponent;

        assertThat(Numbers.parse(text)).hasValue(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leanspec-metrics.prom", "genlayer-seed-metrics.prom"})
    void everyNameAndTypeOfARealPageIsKeptInPlainText(String resource) {
        String original = Pages.resource(resource);
        Page page = Pages.read(original);

        assertThat(page.dropped()).isZero();
        assertThat(typesIn(Pages.write(page, PROMETHEUS_0_0_4)))
                .isNotEmpty()
                .containsExactlyElementsOf(typesIn(original));
        assertThat(Pages.read(Pages.write(page, PROMETHEUS_0_0_4))).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"leanspec-metrics.prom, false", "genlayer-seed-metrics.prom, true"})
    void realPageInOpenMetricsChangesOnlyWhatItMust(String resource, boolean ofGo) {
        Page page = Pages.read(Pages.resource(resource));
        var expected = new LinkedHashMap<String, String>();
        page.families().forEach((name, family) -> {
            boolean created = name.endsWith("_created");
            boolean aliased = name.equals("go_memstats_alloc_bytes_total");
            boolean counter = family.type() == Family.Type.COUNTER;
            if (!created) {
                expected.put(
                        counter && !aliased ? name.substring(0, name.length() - 6) : name,
                        aliased ? "unknown" : family.type().name().toLowerCase(Locale.ROOT));
            }
        });

        var printed = new LinkedHashMap<String, String>();
        typesIn(Pages.write(page, OPENMETRICS_1_0_0)).stream()
                .map(line -> line.split(" ", -1))
                .forEach(words -> printed.put(words[2], words[3]));

        assertThat(printed).isEqualTo(expected);
        assertThat(printed.containsKey("go_memstats_alloc_bytes_total")).isEqualTo(ofGo);
    }

    private static List<String> typesIn(String text) {
        return text.lines().filter(line -> line.startsWith("# TYPE ")).toList();
    }

    @Provide
    Arbitrary<Page> plainPages() {
        return pages(List.of(
                Family.Type.COUNTER,
                Family.Type.GAUGE,
                Family.Type.HISTOGRAM,
                Family.Type.SUMMARY,
                Family.Type.UNTYPED));
    }

    @Provide
    Arbitrary<Page> openMetricsPages() {
        return pages(List.of(Family.Type.values())).map(RoundTripTests::spelledForOpenMetrics);
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.longs().map(Long::doubleValue),
                Arbitraries.longs().map(Double::longBitsToDouble),
                Arbitraries.of(
                        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE));
    }

    /** Names that no other family could take for its own: each ends in its own number. */
    private Arbitrary<Page> pages(List<Family.Type> types) {
        Arbitrary<Family> family = Combinators.combine(
                        names(),
                        Arbitraries.of(types),
                        texts(),
                        samples().list().ofMaxSize(4))
                .as(RoundTripTests::family);
        return family.list().ofMaxSize(5).map(families -> {
            var distinct = new ArrayList<Family>();
            for (int i = 0; i < families.size(); i++) {
                distinct.add(renamed(families.get(i), families.get(i).name() + i));
            }
            return Page.of(distinct);
        });
    }

    private static Page spelledForOpenMetrics(Page page) {
        return Page.of(page.families().values().stream()
                .map(family -> switch (family.type()) {
                    case COUNTER -> renamed(family, family.name() + "_total");
                    case INFO -> renamed(family, family.name() + "_info");
                    case GAUGE, HISTOGRAM, SUMMARY, UNTYPED, STATESET, GAUGEHISTOGRAM -> family;
                })
                .toList());
    }

    private static Family renamed(Family family, String name) {
        return new Family(
                name,
                family.type(),
                family.help(),
                family.samples().stream()
                        .map(sample -> new Sample(
                                name + sample.name().substring(family.name().length()),
                                sample.labels(),
                                sample.value()))
                        .toList());
    }

    /** Every sample a different series: its labels carry its place. */
    private static Family family(String name, Family.Type type, String help, List<Sample> seeds) {
        var samples = new ArrayList<Sample>();
        for (Sample seed : seeds) {
            for (String suffix : type.suffixes()) {
                var labels = new LinkedHashMap<>(seed.labels().byName());
                labels.put("place", "" + samples.size());
                if (suffix.equals("_bucket")) {
                    labels.put("le", "+Inf");
                } else if (suffix.isEmpty() && type == Family.Type.SUMMARY) {
                    labels.put("quantile", "0.5");
                }
                samples.add(new Sample(name + suffix, Labels.of(labels), seed.value()));
            }
        }
        return new Family(name, type, help.strip(), samples);
    }

    private Arbitrary<Sample> samples() {
        Arbitrary<Map<String, String>> labels = Arbitraries.maps(
                        Arbitraries.strings()
                                .withChars("abz_09")
                                .ofMinLength(1)
                                .ofMaxLength(6)
                                .map(text -> "l" + text),
                        texts())
                .ofMaxSize(3);
        return Combinators.combine(labels, doubles()).as((own, value) -> new Sample("seed", Labels.of(own), value));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withChars("abz_:09").ofMaxLength(8).map(text -> "x" + text);
    }

    private static StringArbitrary texts() {
        return Arbitraries.strings()
                .withChars("ab \\\"\n\t{}=,#")
                .withChars('\u00a1', '\u024f')
                .withChars('\u4e00', '\u4e10')
                .ofMaxLength(12);
    }
}
