package io.github.nodesonde.maintenance;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.text.SortableId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A time in which some nodes are not judged: from its start on, until before its end.
 *
 * @param id grows with the time at which the window was made
 * @param nodes covered one by one
 * @param networks covered with all the nodes that they have then
 * @param because what is done, for people
 * @param by who says so, in their own words
 */
public record MaintenanceWindow(
        String id,
        SortedSet<NodeId> nodes,
        SortedSet<String> networks,
        String because,
        Instant startsAt,
        Instant endsAt,
        String by) {

    /** The next to begin first. */
    static final Comparator<MaintenanceWindow> ORDER =
            Comparator.comparing(MaintenanceWindow::startsAt).thenComparing(MaintenanceWindow::id);

    public MaintenanceWindow {
        nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
        networks = Collections.unmodifiableSortedSet(new TreeSet<>(networks));
        if (nodes.isEmpty() && networks.isEmpty()) {
            throw new IllegalArgumentException("a window covers something");
        }
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("a window begins before it ends");
        }
    }

    /** A new one. */
    public static MaintenanceWindow of(
            Collection<NodeId> nodes,
            Collection<String> networks,
            String because,
            Instant startsAt,
            Instant endsAt,
            String by) {
        return new MaintenanceWindow(
                SortableId.at(Instant.now()),
                new TreeSet<>(nodes),
                new TreeSet<>(networks),
                because,
                startsAt,
                endsAt,
                by);
    }

    boolean isOver(Instant at) {
        return !at.isBefore(endsAt);
    }

    boolean isOpen(Instant at) {
        return !at.isBefore(startsAt) && !isOver(at);
    }

    boolean covers(Node node) {
        return nodes.contains(node.id()) || networks.contains(node.network());
    }
}
