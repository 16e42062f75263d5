package io.github.nodesonde.web;

import io.github.nodesonde.api.IncidentJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident.
 *
 * @param subject the node, else the network
 * @param href the subject's page
 * @param lasted how long it lasted, or has lasted while it is open
 */
record IncidentRow(
        String id,
        String subject,
        String href,
        String network,
        String verdict,
        @Nullable String rule,
        String because,
        Instant openedAt,
        String opened,
        boolean open,
        String lasted) {

    private static final double MILLIS = 1000;

    static List<IncidentRow> of(List<IncidentJson> incidents) {
        return incidents.stream().map(IncidentRow::of).toList();
    }

    private static IncidentRow of(IncidentJson incident) {
        String node = incident.node();
        return new IncidentRow(
                incident.id(),
                node == null ? incident.network() : node,
                node == null ? "/networks/" + incident.network() : "/nodes/" + node,
                incident.network(),
                incident.verdict(),
                incident.rule(),
                incident.because(),
                incident.openedAt(),
                Phrases.moment(incident.openedAt()),
                incident.closedAt() == null,
                Phrases.length(Duration.ofMillis(Math.round(incident.durationSeconds() * MILLIS))));
    }
}
