package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.maintenance.MaintenanceWindow;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.NearestName;
import io.github.nodesonde.text.PrintableText;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what somebody wants to be maintained. Whatever does not fit throws a {@link Problem} that says what would. */
final class MaintenanceRequest {

    private static final List<String> FIELDS = List.of("nodes", "networks", "because", "startsAt", "endsAt", "by");
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_BECAUSE = 500;
    private static final int LONGEST_BY = 100;
    private static final String DEFAULT_BY = "api";

    private final JsonNode body;
    private final Judgements all;
    private final Instant now;

    MaintenanceRequest(JsonNode body, Judgements all, Instant now) {
        this.body = body;
        this.all = all;
        this.now = now;
    }

    MaintenanceWindow window() {
        for (String field : body.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw invalid("Expected the fields %s, not %s.%s"
                        .formatted(
                                String.join(", ", FIELDS),
                                PrintableText.quoted(field),
                                NearestName.hint(field, FIELDS)));
            }
        }
        List<NodeId> nodes =
                names("nodes", "ids of nodes", ids()).stream().map(NodeId::new).toList();
        List<String> networks =
                names("networks", "names of networks", all.networks().keySet());
        if (nodes.isEmpty() && networks.isEmpty()) {
            throw invalid("Expected ids of 'nodes', names of 'networks', or both.");
        }
        Instant starts = time("startsAt").orElse(now);
        Instant ends = time("endsAt").orElseThrow(() -> invalid("Expected 'endsAt', the time at which it ends."));
        if (!ends.isAfter(now) || !ends.isAfter(starts)) {
            throw invalid("Expected 'endsAt' to be later than now, %s, and than 'startsAt'.".formatted(now));
        }
        if (Duration.between(now, ends).compareTo(LONGEST) > 0) {
            throw invalid("Expected 'endsAt' to be within %d days.".formatted(LONGEST.toDays()));
        }
        String because = text("because", LONGEST_BECAUSE)
                .orElseThrow(() -> invalid("Expected 'because', what is done, in words."));
        return MaintenanceWindow.of(
                nodes, networks, because, starts, ends, text("by", LONGEST_BY).orElse(DEFAULT_BY));
    }

    private Collection<String> ids() {
        return all.nodes().keySet().stream().map(NodeId::value).toList();
    }

    private Optional<JsonNode> field(String name) {
        return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
    }

    private List<String> names(String field, String what, Collection<String> known) {
        Optional<JsonNode> given = field(field);
        if (given.isEmpty()) {
            return List.of();
        }
        if (!given.get().isArray()) {
            throw invalid("Expected '%s' to be a list of %s.".formatted(field, what));
        }
        var names = new ArrayList<String>();
        for (JsonNode entry : given.get()) {
            String name = entry.isString() ? entry.stringValue() : entry.toString();
            if (!known.contains(name)) {
                throw invalid("Expected '%s' to be %s of the inventory, not %s.%s"
                        .formatted(field, what, PrintableText.quoted(name), NearestName.hint(name, known)));
            }
            names.add(name);
        }
        return names;
    }

    private Optional<String> text(String field, int most) {
        return field(field).map(value -> {
            String text = value.isString() ? value.stringValue().strip() : "";
            if (text.isEmpty() || text.length() > most) {
                throw invalid("Expected '%s' to be a text of 1 to %d characters.".formatted(field, most));
            }
            return PrintableText.of(text, most);
        });
    }

    private Optional<Instant> time(String field) {
        return field(field).map(value -> {
            try {
                return OffsetDateTime.parse(value.isString() ? value.stringValue() : "")
                        .toInstant();
            } catch (DateTimeParseException _) {
                throw invalid("Expected '%s' to be a time such as %s, not %s."
                        .formatted(field, now, PrintableText.quoted(value.toString())));
            }
        });
    }

    private static Problem invalid(String detail) {
        return new Problem(ProblemType.INVALID_BODY, detail);
    }
}
