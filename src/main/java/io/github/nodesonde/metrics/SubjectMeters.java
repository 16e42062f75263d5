package io.github.nodesonde.metrics;

import io.github.nodesonde.observation.Signal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The meters of one subject. A meter is made once, follows its series' value, and goes when that does. Not
 * thread-safe, but the meters may be scraped at any time.
 */
final class SubjectMeters {

    private static final String INFO_SUFFIX = "_info";

    private final MeterRegistry registry;
    private final Tags identity;
    private final Map<Series, Shown> shown = new HashMap<>();

    /** @param identity what says whose series they are; a series' own label of the same name goes before it */
    SubjectMeters(MeterRegistry registry, Tags identity) {
        this.registry = registry;
        this.identity = identity;
    }

    boolean haveIdentity(Tags other) {
        return identity.equals(other);
    }

    /** Shows these points and no others; of two for one series, the first. */
    void show(List<Point> points) {
        var newest = new HashMap<Series, Double>();
        points.forEach(point -> newest.putIfAbsent(point.series(), point.value()));
        shown.entrySet().removeIf(entry -> {
            boolean gone = !newest.containsKey(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue().meter);
            }
            return gone;
        });
        newest.forEach((series, value) -> {
            Shown before = shown.get(series);
            if (before == null) {
                shown.put(series, register(series, new Value(value)));
            } else {
                before.value.now = value;
            }
        });
    }

    void removeAll() {
        show(List.of());
    }

    private Shown register(Series series, Value value) {
        Signal signal = series.signal();
        Tags tags = identity;
        for (var label : series.labels().entrySet()) {
            tags = tags.and(label.getKey(), label.getValue());
        }
        Meter meter = switch (signal.kind()) {
            case GAUGE, FLAG -> gauge(signal.name(), signal.help(), tags, value);
            case INFO -> gauge(infoName(signal), signal.help(), tags, value);
            case COUNTER ->
                FunctionCounter.builder(signal.name(), value, Value::now)
                        .description(signal.help())
                        .tags(tags)
                        .register(registry);
        };
        return new Shown(value, meter);
    }

    private Gauge gauge(String name, String help, Tags tags, Value value) {
        return Gauge.builder(name, value, Value::now)
                .description(help)
                .tags(tags)
                .register(registry);
    }

    /** A gauge whose name ends in {@code .info} prints as the info it is; one in {@code _info} would lose that ending. */
    static String infoName(Signal info) {
        return info.name().substring(0, info.name().length() - INFO_SUFFIX.length()) + ".info";
    }

    /** The registry holds the value weakly: it lives as long as it is shown here. */
    private record Shown(Value value, Meter meter) {}

    private static final class Value {
        private volatile double now;

        private Value(double now) {
            this.now = now;
        }

        private double now() {
            return now;
        }
    }
}
