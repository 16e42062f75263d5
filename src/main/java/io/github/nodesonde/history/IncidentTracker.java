package io.github.nodesonde.history;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.history.Plight.Place;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out incidents from judgements that follow each other. While the gateway suspects itself none is opened and none is
 * closed, and what was about to be begins anew afterwards. The hold is measured by a clock that nobody sets, so that a jump
 * of the time of day makes no incident. Not thread-safe.
 */
final class IncidentTracker {

    private static final String GATEWAY_FAULT = "gateway-fault";

    private final Duration hold;
    private final Map<Place, IncidentCourse> courses = new HashMap<>();
    /** Places to look at though nothing is new there: time alone may make something of them, or they were taken up again. */
    private final Set<Place> turning = new LinkedHashSet<>();

    private @Nullable Judgements followed;

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
            followed = null;
            return List.of();
        }
        Set<Place> places = places(now);
        followed = now;
        var told = new ArrayList<Incident>();
        for (Place place : places) {
            Plight.at(place, now)
                    .map(plight -> follow(place, plight, now.asOf(), nanos))
                    .orElseGet(() -> drop(place, now.asOf()))
                    .ifPresent(told::add);
        }
        return told;
    }

    /**
     * Where something may have become of it. In the same fleet that is where judging found something new or a course is in
     * the turn: neither the well, most of a fleet, nor those with a lasting incident are looked at each time.
     */
    private Set<Place> places(Judgements now) {
        Judgements before = followed;
        if (before == null || before.fleet() != now.fleet()) {
            return Stream.concat(courses.keySet().stream(), Plight.bad(now))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        var places = new LinkedHashSet<>(turning);
        for (NodeJudgement node : now.renewedSince(before)) {
            Place place = Place.of(node);
            if (Plight.isBad(node) || courses.containsKey(place)) {
                places.add(place);
            }
        }
        now.networks().values().forEach(network -> places.add(Place.of(network)));
        return places;
    }

    private Optional<Incident> follow(Place place, Plight plight, Instant asOf, long nanos) {
        var course = courses.computeIfAbsent(place, _ -> new IncidentCourse());
        Optional<Incident> told = course.follow(place, plight, asOf, nanos, hold);
        if (course.isTurning()) {
            turning.add(place);
        } else {
            turning.remove(place);
        }
        if (course.isOver()) {
            courses.remove(place);
        }
        return told;
    }

    /** What the inventory names no more is watched no more: its incident ends. */
    private Optional<Incident> drop(Place place, Instant asOf) {
        turning.remove(place);
        return Optional.ofNullable(courses.remove(place))
                .flatMap(IncidentCourse::open)
                .map(incident -> incident.closed(asOf));
    }

    /** Takes up incidents that were open before; gives back those in whose place another was opened meanwhile, closed. */
    List<Incident> resume(List<Incident> open) {
        var replaced = new ArrayList<Incident>();
        for (Incident incident : open) {
            Subject subject = incident.node()
                    .<Subject>map(Subject.OfNode::new)
                    .orElseGet(() -> new Subject.OfNetwork(incident.network()));
            var place = new Place(subject, incident.network());
            turning.add(place);
            courses.computeIfAbsent(place, _ -> new IncidentCourse())
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
}
