package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What several trees together tell, as readings of their network. */
record ForkReadings(Network network) {

    /** @param trees how many were compared */
    List<Reading> of(int trees, FinalityTopic finality, ForksTopic forks) {
        Optional<ForksTopic> known = Optional.of(forks).filter(topic -> topic.state() != ForksTopic.State.UNKNOWN);
        return Stream.of(
                        reading(ForkChoiceSignals.JUSTIFIED, finality.justifiedSlot(), "highest justified slot"),
                        reading(ForkChoiceSignals.FINALIZED, finality.finalizedSlot(), "highest finalized slot"),
                        reading(
                                ForkChoiceSignals.FINALITY_LAG,
                                finality.lagSlots(),
                                "highest head slot - highest finalized slot, never below 0"),
                        reading(
                                ForkChoiceSignals.FINALITY_STALLED,
                                finality.stalled().map(ForkReadings::flag),
                                "finality lag > finality-stall-slots"),
                        reading(
                                ForkChoiceSignals.FINALITY_CONFLICT,
                                Optional.of(flag(!finality.conflicts().isEmpty()))
                                        .filter(_ -> trees > 0),
                                "two roots for one finalized slot"),
                        reading(
                                ForkChoiceSignals.FORKED,
                                known.map(topic -> flag(topic.state() == ForksTopic.State.FORKED)),
                                "more than one chain for fork-polls polls in a row"),
                        reading(
                                ForkChoiceSignals.FORK_GROUPS,
                                known.map(topic -> topic.groups().size()),
                                "number of chains that heads are on"),
                        reading(
                                ForkChoiceSignals.FORK_DEPTH,
                                known.flatMap(ForksTopic::depthBlocks),
                                "blocks above the newest common one, on the shortest chain"),
                        reading(
                                ForkChoiceSignals.FORK_UNDECIDABLE,
                                known.map(topic -> topic.undecidable().size()),
                                "number of nodes on no chain that others know"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Reading> reading(Signal signal, Optional<? extends Number> value, String how) {
        return value.map(number -> Reading.derived(Subject.of(network), signal, number.doubleValue(), how));
    }

    private static int flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
