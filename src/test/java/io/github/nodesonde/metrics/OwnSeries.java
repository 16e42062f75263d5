package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.observation.SignalSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A registry, what is shown in it and beside it, and the pages made of both. */
final class OwnSeries {

    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final JudgementMeters meters;
    private final NodeIdentities identities = new NodeIdentities();
    private final PassedThrough passedThrough;
    private final NodePages nodePages;

    OwnSeries(int metersUpTo, SignalSource... ours) {
        passedThrough = SampleJudgements.passedThrough(PassthroughProperties.DEFAULTS, ours);
        nodePages = new NodePages(passedThrough, identities);
        meters = new JudgementMeters(registry, passedThrough, nodePages, identities, new MetricsProperties(metersUpTo));
    }

    MetricsPages show(Judgements judgements) {
        meters.judged(judgements, judgements);
        return new NewestPages(
                new RegistryPage(registry),
                meters,
                nodePages,
                identities,
                passedThrough,
                new TypeConflicts(registry),
                new FixedJudgements(judgements));
    }

    static String text(MergedPage page, TextFormat format) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(page, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As a scraper reads it that keeps most of the types. */
    static Page reread(MergedPage merged) {
        TextFormat format = TextFormat.OPENMETRICS_1_0_0;
        try {
            return PageReader.read(
                    new ByteArrayInputStream(text(merged, format).getBytes(StandardCharsets.UTF_8)),
                    format.contentType());
        } catch (UnreadablePage e) {
            throw new IllegalArgumentException(e);
        }
    }
}
