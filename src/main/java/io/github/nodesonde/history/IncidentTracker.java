package io.github.nodesonde.history;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.history.Plight.Place;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works out incidents from judgements that follow each other. While the gateway suspects itself none is opened and none is
 * closed, and what was about to be begins anew afterwards. The hold is measured by a clock that nobody sets, so that a jump
 * of the time of day makes no incident. Not thread-safe.
 */
final class IncidentTracker {

    private static final String GATEWAY_FAULT = "gateway-fault";

    private final Duration hold;
    private final Map<Place, IncidentCourse> courses = new HashMap<>();

    IncidentTracker(Duration hold) {
        this.hold = hold;
    }

    /**
     * What has become of incidents: opened, worse or closed.
     *
     * @param nanos time of a clock that only moves on
     */
    List<Incident> follow(Judgements now, long nanos) {
        if (now.fleet() == Fleet.EMPTY) {
            return List.of();
        }
        if (now.findings().stream().anyMatch(finding -> finding.rule().equals(GATEWAY_FAULT))) {
            courses.values().forEach(IncidentCourse::settle);
            return List.of();
        }
        var told = new ArrayList<Incident>();
        var found = new HashSet<Place>();
        Plight.forEach(now, (place, plight) -> {
            found.add(place);
            if (plight.bad() || courses.containsKey(place)) {
                var course = courses.computeIfAbsent(place, _ -> new IncidentCourse());
                course.follow(place, plight, now.asOf(), nanos, hold).ifPresent(told::add);
                courses.computeIfPresent(place, (_, followed) -> followed.isOver() ? null : followed);
            }
        });
        told.addAll(dropAllBut(found, now.asOf()));
        return told;
    }

    /** Takes up incidents that were open before; gives back those in whose place another was opened meanwhile, closed. */
    List<Incident> resume(List<Incident> open) {
        var replaced = new ArrayList<Incident>();
        for (Incident incident : open) {
            Subject subject = incident.node()
                    .<Subject>map(Subject.OfNode::new)
                    .orElseGet(() -> new Subject.OfNetwork(incident.network()));
            courses.computeIfAbsent(new Place(subject, incident.network()), _ -> new IncidentCourse())
                    .resume(incident)
                    .ifPresent(replaced::add);
        }
        return replaced;
    }

    /** Those that last. */
    List<Incident> open() {
        return courses.values().stream()
                .map(IncidentCourse::open)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the inventory names no more is watched no more: its incident ends. */
    private List<Incident> dropAllBut(Set<Place> found, Instant asOf) {
        var closed = new ArrayList<Incident>();
        courses.entrySet().removeIf(entry -> {
            boolean gone = !found.contains(entry.getKey());
            if (gone) {
                entry.getValue().open().map(incident -> incident.closed(asOf)).ifPresent(closed::add);
            }
            return gone;
        });
        return closed;
    }
}
