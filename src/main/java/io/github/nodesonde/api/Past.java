package io.github.nodesonde.api;

import io.github.nodesonde.history.HistoryUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells pages what was, where that is remembered: they do without where it is not. */
@Component
public final class Past {

    private static final int PARTS = 24;
    private static final Map<String, List<String>> NEWEST = Map.of("size", List.of("10"));

    private final Chronicle chronicle;

    Past(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /**
     * Empty when nobody can say now.
     *
     * @throws org.springframework.web.ErrorResponseException when there is no such node
     */
    public Optional<NodePast> ofNode(String id) {
        return remembered(() -> new NodePast(
                chronicle.changes(id, NEWEST, List.of()).items(),
                chronicle
                        .incidents(Map.of("node", List.of(id), "size", List.of("10")), List.of())
                        .items(),
                chronicle.uptime(id, UptimeWindow.DAY),
                chronicle.sparklines(List.of(id), UptimeWindow.DAY, PARTS).getOrDefault(id, List.of())));
    }

    /**
     * The incidents that the query of the list of incidents asks for; empty when nobody can say now.
     *
     * @throws org.springframework.web.ErrorResponseException when the query is no good
     */
    public Optional<IncidentsJson> incidents(Map<String, List<String>> query) {
        return remembered(() -> chronicle.incidents(query, List.of()));
    }

    /** The last day of each node in equal parts, oldest first; nothing when nobody can say now. */
    public Map<String, List<UptimePartJson>> days(Collection<String> nodes) {
        return remembered(() -> chronicle.sparklines(nodes, UptimeWindow.DAY, PARTS))
                .orElse(Map.of());
    }

    private static <T> Optional<T> remembered(Supplier<T> told) {
        try {
            return Optional.of(told.get());
        } catch (HistoryUnavailableException _) {
            return Optional.empty();
        }
    }
}
