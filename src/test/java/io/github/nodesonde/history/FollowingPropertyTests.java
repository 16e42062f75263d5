package io.github.nodesonde.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reason;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** To follow what judging renewed comes to the same as to look at everything each time. */
class FollowingPropertyTests {

    private static final List<String> NODES = List.of("a", "b", "c");

    @Property
    void sameIncidents(@ForAll @Size(max = 60) List<@From("steps") Step> steps) {
        var renewed = new IncidentTracker(Duration.ofSeconds(20));
        var anew = new IncidentTracker(Duration.ofSeconds(20));
        var scene = new Scene();
        for (Step step : steps) {
            scene.happens(step);
            if (step.resumed()) {
                var open = List.of(incident(step.node()));
                assertThat(told(renewed.resume(open))).isEqualTo(told(anew.resume(open)));
            }
            long nanos = Duration.ofSeconds(scene.second).toNanos();

            assertThat(told(renewed.follow(scene.renewed(), nanos))).isEqualTo(told(anew.follow(scene.anew(), nanos)));
            assertThat(told(renewed.open())).isEqualTo(told(anew.open()));
        }
    }

    @Property
    void sameChanges(@ForAll @Size(max = 60) List<@From("steps") Step> steps) {
        var renewed = new VerdictTracker();
        var anew = new VerdictTracker();
        var scene = new Scene();
        for (Step step : steps) {
            scene.happens(step);
            if (step.resumed()) {
                renewed.forget();
                anew.forget();
            }

            assertThat(new HashSet<>(renewed.follow(scene.renewed(), Moment.after(scene.second))))
                    .isEqualTo(new HashSet<>(anew.follow(scene.anew(), Moment.after(scene.second))));
        }
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.of(NODES),
                        Arbitraries.of(Verdict.class).optional(0.9),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 9).map(of -> of == 0),
                        Arbitraries.integers().between(0, 9).map(of -> of == 0))
                .as(Step::new);
    }

    /** @param verdict empty takes the node out of the fleet */
    record Step(int pause, String node, Optional<Verdict> verdict, boolean asked, boolean suspect, boolean resumed) {}

    /** Without the id, which is another each time. */
    private static Set<Object> told(List<Incident> incidents) {
        var told = new HashSet<Object>();
        incidents.forEach(incident -> told.add(List.of(
                incident.node(),
                incident.network(),
                incident.verdict(),
                incident.rule(),
                incident.because(),
                incident.openedAt(),
                incident.closedAt())));
        return told;
    }

    private static Incident incident(String node) {
        return new Incident(
                "old " + node,
                Optional.of(new NodeId(node)),
                "net",
                Verdict.DEGRADED,
                Optional.of("lagging"),
                "behind",
                Moment.after(-1000),
                Optional.empty());
    }

    private static final class Scene {

        private final SortedMap<String, Step> nodes = new TreeMap<>();
        private final Set<String> renewed = new LinkedHashSet<>();
        private boolean suspect;
        private int second;
        private @Nullable Judgements before;

        void happens(Step step) {
            second += step.pause();
            suspect = step.suspect();
            renewed.add(step.node());
            if (step.verdict().isEmpty()) {
                nodes.remove(step.node());
            } else {
                nodes.put(step.node(), step);
            }
        }

        /** With the very judgements, and the very fleet, that were given before, where nothing is new. */
        Judgements renewed() {
            Judgements now = anew();
            Judgements stood = before;
            if (stood != null) {
                var kept = new TreeMap<NodeId, NodeJudgement>(now.nodes());
                kept.replaceAll((id, node) -> renewed.contains(id.value())
                        ? node
                        : Objects.requireNonNullElse(stood.nodes().get(id), node));
                boolean same = stood.nodes().keySet().equals(kept.keySet());
                now = with(now, same ? stood.fleet() : now.fleet(), kept);
            }
            renewed.clear();
            before = now;
            return now;
        }

        Judgements anew() {
            var fleet = new JudgedFleet().plain("net");
            nodes.forEach((id, step) -> add(fleet, id, step));
            if (suspect) {
                fleet.finding(Subject.FLEET, "gateway-fault", Verdict.UNKNOWN, "all fail alike");
            }
            return Moment.at(fleet, second);
        }

        private static void add(JudgedFleet fleet, String id, Step step) {
            Verdict verdict = step.verdict().orElseThrow();
            fleet.node(id, "net", verdict, null, null, verdict == Verdict.UP ? new String[0] : new String[] {"rule"});
            if (step.asked()) {
                fleet.failed(id, Reason.TIMED_OUT);
            }
        }

        private static Judgements with(Judgements now, Fleet fleet, SortedMap<NodeId, NodeJudgement> nodes) {
            return new Judgements(
                    now.version(),
                    now.asOf(),
                    fleet,
                    now.verdict(),
                    now.policy(),
                    now.counts(),
                    now.findings(),
                    now.networks(),
                    nodes);
        }
    }
}
