package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Json.merged;
import static io.github.nodesonde.deploy.dashboard.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How values are written and coloured.
 *
 * @param properties as Grafana reads them, of a whole panel or of one series or column
 */
record Style(SequencedMap<String, @Nullable Object> properties) {

    /** @param id of Grafana's units, such as {@code s}, {@code bytes}, {@code percentunit} and {@code short} */
    static Style unit(String id) {
        return new Style(object("unit", id));
    }

    /** How many there are that want somebody: the colour from 1 on. */
    static Style concern(Colour colour) {
        return unit("short").from(Colour.SOFT, 1, colour);
    }

    /** Values from 0 on by their texts and colours. */
    static Style states(State... states) {
        var options = object();
        for (int code = 0; code < states.length; code++) {
            options.put(
                    String.valueOf(code),
                    object(
                            "text",
                            states[code].text(),
                            "color",
                            states[code].colour().hex(),
                            "index",
                            code));
        }
        return new Style(object("mappings", List.of(object("type", "value", "options", options))))
                .with("color", object("mode", "thresholds"))
                .with("thresholds", thresholds(Colour.SOFT));
    }

    /** A flag that should be 1. */
    static Style good(String no, String yes) {
        return states(new State(no, Colour.DOWN), new State(yes, Colour.UP));
    }

    /** A flag that should be 0. */
    static Style bad(String no, String yes) {
        return states(new State(no, Colour.SOFT), new State(yes, Colour.DOWN));
    }

    /** The codes that {@link Promql#verdict} gives. */
    static Style verdicts() {
        return states(
                new State("maintenance", Colour.MAINTENANCE),
                new State("up", Colour.UP),
                new State("degraded", Colour.DEGRADED),
                new State("unknown", Colour.UNKNOWN),
                new State("down", Colour.DOWN));
    }

    /** Another colour from a value on; further ones follow, each from a higher value on. */
    Style from(Colour base, Object... valuesAndColours) {
        return with("color", object("mode", "thresholds")).with("thresholds", thresholds(base, valuesAndColours));
    }

    Style decimals(int digits) {
        return with("decimals", digits);
    }

    Style between(double min, double max) {
        return with("min", min).with("max", max);
    }

    Style fromZero() {
        return with("min", 0);
    }

    /** What stands where nothing is known. */
    Style whenNothing(String text) {
        return with("noValue", text);
    }

    Style with(String property, Object value) {
        return new Style(merged(properties, object(property, value)));
    }

    boolean isColoured() {
        return properties.containsKey("thresholds");
    }

    /** The same for the one series or column of that name. */
    Object override(String name) {
        return override("byName", name);
    }

    /** The same for those whose names fit, as {@code /^a.*$/}. */
    Object overrideWhere(String pattern) {
        return override("byRegexp", pattern);
    }

    private Object override(String matcher, String names) {
        List<Object> list = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
            list.add(object("id", property.getKey(), "value", property.getValue()));
        }
        return object("matcher", object("id", matcher, "options", names), "properties", list);
    }

    private static Object thresholds(Colour base, Object... valuesAndColours) {
        List<Object> steps = new ArrayList<>();
        steps.add(object("color", base.hex(), "value", null));
        for (int i = 0; i < valuesAndColours.length; i += 2) {
            steps.add(object("color", ((Colour) valuesAndColours[i + 1]).hex(), "value", valuesAndColours[i]));
        }
        return object("mode", "absolute", "steps", steps);
    }

    /** What one value means. */
    record State(String text, Colour colour) {}
}
