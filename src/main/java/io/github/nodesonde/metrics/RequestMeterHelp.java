package io.github.nodesonde.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the meters of our own HTTP servers the help text that Spring leaves out, and that linters of exporters ask for. */
@Component
final class RequestMeterHelp implements MeterFilter {

    private static final Map<String, String> HELP = Map.of(
            "http.server.requests", "Time taken to answer requests.",
            "http.server.requests.active", "Time that requests being answered have taken so far.");

    @Override
    public Meter.Id map(Meter.Id id) {
        @Nullable String help = HELP.get(id.getName());
        return help == null || id.getDescription() != null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), help, id.getType());
    }
}
