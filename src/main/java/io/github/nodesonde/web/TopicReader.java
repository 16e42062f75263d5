package io.github.nodesonde.web;

import io.github.nodesonde.web.Shown.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Makes what a kind tells fit to be shown, whatever the kind: by the conventions that hold for every name and value of
 * the API.
 *
 * @param nodes ids that have a page
 */
record TopicReader(Set<String> nodes) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,60}(\\.[0-9]{1,60})?");
    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{20,}");
    private static final int AT_EITHER_END = 8;
    private static final Shown UNTOLD = new Shown.Words("–");
    private static final Shown NONE = new Shown.Words("none");

    Labelled read(String name, JsonNode value) {
        var field = FieldName.of(name);
        if (value.isNumber() && field.isDuration()) {
            return new Labelled(field.withoutUnit().label(), duration(value));
        }
        if (value.isNumber() && field.isDistance()) {
            return new Labelled(
                    field.withoutUnit().label(),
                    new Shown.Words(
                            Phrases.distance(value.longValue(), field.unit().orElseThrow())));
        }
        if (value.isString() && field.isTime()) {
            Optional<Instant> at = instant(value.stringValue());
            if (at.isPresent()) {
                FieldName told = field.words().getLast().equals("at") ? field.withoutUnit() : field;
                return new Labelled(told.label(), new Shown.Moment(at.get(), Phrases.moment(at.get())));
            }
        }
        if (value.isString()
                && field.unit().isPresent()
                && AMOUNT.matcher(value.stringValue()).matches()) {
            return new Labelled(
                    field.withoutUnit().label(),
                    new Shown.Words(
                            Phrases.amount(value.stringValue(), field.unit().get())));
        }
        return new Labelled(field.label(), shown(value));
    }

    Shown.Fields fields(JsonNode object) {
        return new Shown.Fields(object.properties().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .toList());
    }

    private Shown shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> UNTOLD;
            case BOOLEAN -> new Shown.Words(value.booleanValue() ? "yes" : "no");
            case NUMBER -> new Shown.Words(Phrases.number(value));
            case STRING -> text(value.stringValue());
            case ARRAY -> list(value);
            case OBJECT -> fields(value);
            case BINARY, POJO -> throw new IllegalArgumentException("no JSON: " + value.getNodeType());
        };
    }

    private Shown text(String text) {
        if (nodes.contains(text)) {
            return new Shown.Nodes(List.of(text));
        }
        if (HASH.matcher(text).matches()) {
            return new Shown.Code(brief(text), text);
        }
        return new Shown.Words(text);
    }

    private Shown list(JsonNode list) {
        if (list.isEmpty()) {
            return NONE;
        }
        if (list.valueStream().allMatch(JsonNode::isObject)) {
            return table(list);
        }
        List<String> texts = list.valueStream()
                .map(item -> item.isString() ? item.stringValue() : item.toString())
                .toList();
        return nodes.containsAll(texts) ? new Shown.Nodes(texts) : new Shown.Words(String.join(", ", texts));
    }

    /** One row an object; the first names the columns, for all are of one record. */
    private Shown table(JsonNode list) {
        var columns = new ArrayList<String>();
        var rows = new ArrayList<List<Shown>>();
        for (JsonNode object : list) {
            List<Labelled> cells = object.properties().stream()
                    .map((Map.Entry<String, JsonNode> entry) -> read(entry.getKey(), entry.getValue()))
                    .toList();
            if (columns.isEmpty()) {
                cells.forEach(cell -> columns.add(cell.label()));
            }
            rows.add(cells.stream().map(Labelled::value).toList());
        }
        return new Shown.Table(columns, rows);
    }

    private static Shown duration(JsonNode seconds) {
        return new Shown.Words(Phrases.length(Duration.ofMillis(Math.round(seconds.doubleValue() * 1000))));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Both ends of a hash: people compare these. */
    static String brief(String hash) {
        return hash.length() <= 2 * AT_EITHER_END + 1
                ? hash
                : hash.substring(0, AT_EITHER_END) + "…" + hash.substring(hash.length() - AT_EITHER_END + 2);
    }
}
