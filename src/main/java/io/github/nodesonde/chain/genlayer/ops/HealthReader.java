package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.text.NodeText;
import io.github.nodesonde.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of {@code /health} as node versions 0.3 to 0.5 write it: checks under {@code checks} or, before 0.3.5,
 * under {@code details}; names, count and presence of checks vary. Ignores what it does not know.
 */
final class HealthReader {

    /** A node makes three checks or so; the bounds keep a hostile one from flooding the series. */
    private static final int MOST_CHECKS = 64;

    private static final int LONGEST_LABEL = 128;
    private static final int LONGEST_ERROR = 1000;

    private HealthReader() {}

    /** @throws BadAnswer malformed, when the body has no {@code status} of up or down */
    static HealthReport read(JsonNode body) throws BadAnswer {
        boolean up = isUp(body).orElseThrow(() -> BadAnswer.malformed("the body has no status that is up or down"));
        return new HealthReport(
                up,
                version(body.path("node_version")),
                version(body.path("genvm_version")),
                version(body.path("protocol_version")),
                checks(body.path("checks").isObject() ? body.path("checks") : body.path("details")));
    }

    private static SequencedMap<String, HealthReport.Check> checks(JsonNode entries) {
        var checks = new LinkedHashMap<String, HealthReport.Check>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (checks.size() == MOST_CHECKS) {
                break;
            }
            if (isLabel(entry.getKey())) {
                isUp(entry.getValue())
                        .map(up -> new HealthReport.Check(
                                up, error(entry.getValue().path("error"))))
                        .ifPresent(check -> checks.put(entry.getKey(), check));
            }
        }
        return checks;
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

    private static Optional<String> error(JsonNode node) {
        return node.stringValueOpt()
                .map(text -> NodeText.withoutAddresses(PrintableText.of(text, LONGEST_ERROR)))
                .filter(text -> !text.isEmpty());
    }

    private static boolean isLabel(String text) {
        return !text.isBlank() && text.length() <= LONGEST_LABEL && PrintableText.isPrintable(text);
    }
}
