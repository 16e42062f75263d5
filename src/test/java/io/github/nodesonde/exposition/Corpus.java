package io.github.nodesonde.exposition;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages that tests read: recorded of real nodes, and own ones that hold all that is odd. */
enum Corpus {
    LEANSPEC("leanspec-metrics.prom"),
    GENLAYER("genlayer-seed-metrics.prom"),
    ODD("corpus/plain-odd.prom"),
    HISTOGRAMS("corpus/plain-histograms.prom"),
    CARRIAGE_RETURNS("corpus/plain-crlf.prom"),
    UTF8_NAMES("corpus/plain-utf8-names.prom"),
    BAD("corpus/plain-bad.prom"),
    OPENMETRICS("corpus/openmetrics-all-types.om");

    private final String resource;

    Corpus(String resource) {
        this.resource = resource;
    }

    static List<Corpus> all() {
        return List.of(values());
    }

    byte[] bytes() {
        return Pages.resource(resource).getBytes(StandardCharsets.UTF_8);
    }

    TextFormat format() {
        return resource.endsWith(".om") ? TextFormat.OPENMETRICS_1_0_0 : TextFormat.PROMETHEUS_0_0_4;
    }

    Page page() {
        return Pages.read(Pages.resource(resource), format());
    }
}
