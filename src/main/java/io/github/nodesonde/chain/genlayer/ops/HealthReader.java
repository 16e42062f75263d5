package io.github.nodesonde.chain.genlayer.ops;

import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.text.NodeText;
import io.github.nodesonde.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of {@code /health} as node versions 0.3 to 0.5 write it: checks under {@code checks} or, before 0.3.5,
 * under {@code details}; names, count and presence of checks vary, as do those of GenVM's modules, which are told since 0.5.
 * Ignores what it does not know.
 */
public final class HealthReader {

    /** A node makes three checks or so; the bounds keep a hostile one from flooding the series. */
    private static final int MOST_CHECKS = 64;

    private static final int MOST_MODULES = 16;
    private static final int LONGEST_LABEL = 128;
    private static final int LONGEST_REMARK = 1000;

    private HealthReader() {}

    /** @throws BadAnswer malformed, when the body has no {@code status} of up or down */
    public static HealthReport read(JsonNode body) throws BadAnswer {
        boolean up = isUp(body).orElseThrow(() -> BadAnswer.malformed("the body has no status that is up or down"));
        return new HealthReport(
                up,
                version(body.path("node_version")),
                version(body.path("genvm_version")),
                version(body.path("protocol_version")),
                checks(body.path("checks").isObject() ? body.path("checks") : body.path("details")),
                modules(body.path("genvm_modules")));
    }

    private static SequencedMap<String, HealthReport.Check> checks(JsonNode entries) {
        return named(
                entries,
                MOST_CHECKS,
                entry -> isUp(entry).map(up -> new HealthReport.Check(up, remark(entry.path("error")))));
    }

    private static SequencedMap<String, GenvmModule> modules(JsonNode entries) {
        return named(
                entries,
                MOST_MODULES,
                entry -> GenvmModule.State.of(entry.path("state").asString(""))
                        .map(state -> new GenvmModule(state, remark(entry.path("detail")))));
    }

    /** Those that have a name fit for a label, and can be read. */
    private static <T> SequencedMap<String, T> named(
            JsonNode entries, int most, Function<JsonNode, Optional<T>> reader) {
        var read = new LinkedHashMap<String, T>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (read.size() == most) {
                break;
            }
            if (isLabel(entry.getKey())) {
                reader.apply(entry.getValue()).ifPresent(value -> read.put(entry.getKey(), value));
            }
        }
        return read;
    }

    /** Empty when there is no status that is one of the two words. */
    private static Optional<Boolean> isUp(JsonNode holder) {
        return switch (holder.path("status").asString("")) {
            case "up" -> Optional.of(true);
            case "down" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> version(JsonNode node) {
        return node.stringValueOpt().filter(text -> isLabel(text) && !text.equals("unset"));
    }

    private static Optional<String> remark(JsonNode node) {
        return node.stringValueOpt()
                .map(text -> NodeText.withoutAddresses(PrintableText.of(text, LONGEST_REMARK)))
                .filter(text -> !text.isEmpty());
    }

    private static boolean isLabel(String text) {
        return !text.isBlank() && text.length() <= LONGEST_LABEL && PrintableText.isPrintable(text);
    }
}
