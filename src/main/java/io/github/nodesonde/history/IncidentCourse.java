package io.github.nodesonde.history;

import io.github.nodesonde.history.Plight.Place;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.text.SortableId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course that one node or network takes: well, about to have an incident, having one, about to be over it. That it was not
 * asked yet makes no incident worse, and is the cause of one only where nothing else was found until it was opened.
 */
final class IncidentCourse {

    private @Nullable Incident open;
    /** Set while it is the other way round than it counts: unwell without an incident, or well with one. */
    private @Nullable Turn turn;

    Optional<Incident> open() {
        return Optional.ofNullable(open);
    }

    /** Whether there is nothing to remember of it. */
    boolean isOver() {
        return open == null && turn == null;
    }

    /** Whether time alone may make something of it. */
    boolean isTurning() {
        return turn != null;
    }

    /** Forgets what was about to be. */
    void settle() {
        turn = null;
    }

    /** The incident that was opened in the place of that one, which then is told as closed; else takes it up. */
    Optional<Incident> resume(Incident before) {
        if (open == null) {
            open = before;
            turn = null;
            return Optional.empty();
        }
        return open.id().equals(before.id()) ? Optional.empty() : Optional.of(before.closed(open.openedAt()));
    }

    /** The incident when something became of it. */
    Optional<Incident> follow(Place place, Plight plight, Instant asOf, long nanos, Duration hold) {
        Incident lasting = open;
        if (lasting == null) {
            return plight.bad() ? unwell(place, plight, asOf, nanos, hold) : settled();
        }
        if (!plight.bad()) {
            return well(lasting, plight, asOf, nanos, hold);
        }
        turn = null;
        if (plight.untold() || plight.verdict().compareTo(lasting.verdict()) <= 0) {
            return Optional.empty();
        }
        open = lasting.worsened(plight.verdict(), plight.rule(), plight.because());
        return Optional.of(open);
    }

    private Optional<Incident> settled() {
        settle();
        return Optional.empty();
    }

    private Optional<Incident> unwell(Place place, Plight plight, Instant asOf, long nanos, Duration hold) {
        Turn begun = turn == null ? new Turn(asOf, nanos, plight) : turn.worst(plight);
        turn = begun;
        if (!begun.outlasts(hold, nanos)) {
            return Optional.empty();
        }
        settle();
        open = new Incident(
                SortableId.at(begun.at()),
                node(place),
                place.network(),
                begun.worst().verdict(),
                begun.worst().rule(),
                begun.worst().because(),
                begun.at(),
                Optional.empty());
        return Optional.of(open);
    }

    private Optional<Incident> well(Incident lasting, Plight plight, Instant asOf, long nanos, Duration hold) {
        Turn begun = turn == null ? new Turn(asOf, nanos, plight) : turn;
        turn = begun;
        if (!begun.outlasts(hold, nanos)) {
            return Optional.empty();
        }
        settle();
        open = null;
        return Optional.of(lasting.closed(begun.at()));
    }

    private static Optional<NodeId> node(Place place) {
        return place.subject() instanceof Subject.OfNode(NodeId id) ? Optional.of(id) : Optional.empty();
    }

    /** Since when it is otherwise, and the worst since. */
    private record Turn(Instant at, long nanos, Plight worst) {

        Turn worst(Plight plight) {
            return plight.isWorseThan(worst) ? new Turn(at, nanos, plight) : this;
        }

        boolean outlasts(Duration hold, long now) {
            return now - nanos >= hold.toNanos();
        }
    }
}
