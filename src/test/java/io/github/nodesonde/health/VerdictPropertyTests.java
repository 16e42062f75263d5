package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class VerdictPropertyTests {

    @Property
    void networkIsGreenOnlyWhenEveryJudgedNodeIs(
            @ForAll DownWhen downWhen,
            @ForAll @IntRange(max = 5) int minUp,
            @ForAll @Size(max = 8) List<Verdict> nodes) {
        if (verdict(downWhen, minUp, nodes) == Verdict.UP) {
            assertThat(nodes).contains(Verdict.UP).isSubsetOf(Verdict.UP, Verdict.MAINTENANCE);
        }
    }

    @Property
    void aNodeThatGetsWorseNeverImprovesItsNetwork(
            @ForAll DownWhen downWhen,
            @ForAll @IntRange(max = 5) int minUp,
            @ForAll @NotEmpty @Size(max = 8) List<@From("judged") Verdict> nodes,
            @ForAll("judged") Verdict worse) {
        Assume.that(worse.compareTo(nodes.getFirst()) > 0);
        var after = new ArrayList<>(nodes);
        after.set(0, worse);

        assertThat(verdict(downWhen, minUp, after)).isGreaterThanOrEqualTo(verdict(downWhen, minUp, nodes));
    }

    @Property
    void oneMoreNodeThatIsNoBetterThanItsNetworkNeverImprovesIt(
            @ForAll @NotEmpty @Size(max = 8) List<@From("judged") Verdict> nodes,
            @ForAll DownWhen downWhen,
            @ForAll("judged") Verdict added) {
        Verdict before = verdict(downWhen, 0, nodes);
        Assume.that(added.compareTo(before) >= 0);
        var after = new ArrayList<>(nodes);
        after.add(added);

        assertThat(verdict(downWhen, 0, after)).isGreaterThanOrEqualTo(before);
    }

    @Property
    void nodesInMaintenanceChangeNothing(
            @ForAll DownWhen downWhen,
            @ForAll @IntRange(max = 5) int minUp,
            @ForAll @NotEmpty @Size(max = 8) List<@From("judged") Verdict> nodes,
            @ForAll @IntRange(max = 5) int inMaintenance) {
        var all = new ArrayList<>(nodes);
        all.addAll(Collections.nCopies(inMaintenance, Verdict.MAINTENANCE));

        assertThat(verdict(downWhen, minUp, all)).isEqualTo(verdict(downWhen, minUp, nodes));
    }

    @Property
    void verdictOfANodeIsItsWorstFinding(@ForAll @Size(max = 6) List<@From("judged") Verdict> verdicts) {
        var findings = verdicts.stream()
                .map(verdict -> Finding.of(new Subject.OfNode(new NodeId("n")), "r", verdict, "because", Watched.START))
                .toList();

        assertThat(NodeRules.verdict(findings))
                .isEqualTo(verdicts.isEmpty() ? Verdict.UP : Collections.max(verdicts, Comparator.naturalOrder()));
    }

    @Property
    void fleetIsGreenOnlyWhenEveryJudgedNetworkIs(@ForAll @Size(max = 6) List<Verdict> networks) {
        if (FleetRules.verdict(networks, List.of()) == Verdict.UP) {
            assertThat(networks).contains(Verdict.UP).isSubsetOf(Verdict.UP, Verdict.MAINTENANCE);
        }
    }

    @Provide
    Arbitrary<Verdict> judged() {
        return Arbitraries.of(Verdict.UP, Verdict.DEGRADED, Verdict.UNKNOWN, Verdict.DOWN);
    }

    private static Verdict verdict(DownWhen downWhen, int minUp, List<Verdict> nodes) {
        return new Policy(downWhen, minUp).verdict(Counts.of(nodes.stream()), List.of());
    }
}
