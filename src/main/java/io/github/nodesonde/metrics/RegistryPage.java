package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.exposition.UnreadablePage;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * The shared registry as a page: what it would print itself, in the format that keeps most of its types. It holds our own
 * meters only, never what nodes printed.
 */
@Component
final class RegistryPage {

    private static final String FORMAT = TextFormat.OPENMETRICS_1_0_0.contentType();

    private final PrometheusMeterRegistry registry;

    RegistryPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Read as it is printed: in a fleet of thousands its text is too large to be in memory beside the page. */
    Page read() {
        try {
            return PageReader.read(out -> registry.scrape(out, FORMAT), FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadablePage e) {
            throw new IllegalStateException("the registry printed what cannot be read", e);
        }
    }
}
