package io.github.nodesonde.web;

import io.github.nodesonde.api.BlankHistory;
import io.github.nodesonde.api.TestFleet;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.Incident;
import io.github.nodesonde.history.IncidentFilter;
import io.github.nodesonde.history.Paging;
import io.github.nodesonde.history.Period;
import io.github.nodesonde.history.Slice;
import io.github.nodesonde.history.VerdictChange;
import io.github.nodesonde.node.NodeId;
import java.util.List;
import java.util.Optional;

/** Remembers an incident that is open, one that is over, and a change, with hostile text in them. */
final class RememberedDay extends BlankHistory {

    @Override
    public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
        return new Slice<>(
                List.of(
                        new Incident(
                                "01JD0000000000000000000001",
                                Optional.of(new NodeId("a-2")),
                                "alpha-1",
                                Verdict.DOWN,
                                Optional.of("unreachable"),
                                TestFleet.HOSTILE,
                                TestFleet.NOW.minusSeconds(180),
                                Optional.empty()),
                        new Incident(
                                "01JD0000000000000000000000",
                                Optional.empty(),
                                "beta-1",
                                Verdict.DEGRADED,
                                Optional.empty(),
                                "a node was not up",
                                TestFleet.NOW.minusSeconds(7200),
                                Optional.of(TestFleet.NOW.minusSeconds(3600)))),
                120);
    }

    @Override
    public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
        return new Slice<>(
                List.of(new VerdictChange(
                        TestFleet.NOW.minusSeconds(180),
                        Optional.of(Verdict.UP),
                        Optional.of(Verdict.DOWN),
                        Optional.of("unreachable"),
                        Optional.of(TestFleet.HOSTILE))),
                1);
    }
}
