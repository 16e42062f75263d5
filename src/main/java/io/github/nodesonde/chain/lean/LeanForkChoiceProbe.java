package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoice;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoices;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks a node for its tree of blocks. A node may well have none to give: 404 skips the probe. */
@Component
@Order(3)
final class LeanForkChoiceProbe implements NodeProbe.OfNode {

    static final String NAME = ForkChoices.PROBE;

    private static final String PATH = "/lean/v0/fork_choice";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final ForkChoices forkChoices;

    LeanForkChoiceProbe(ForkChoices forkChoices) {
        this.forkChoices = forkChoices;
    }

    @Override
    public String type() {
        return LeanNodeKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        URI api = ((LeanNodeSettings) newest.node().settings()).api();
        return Optional.of(new Question.Get(URI.create(api + PATH)));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        return switch (reply.status()) {
            case OK -> answered(seen.node(), forkChoices.read(seen.node(), reply));
            case NOT_FOUND -> new ProbeResult.Skipped("the node offers no fork choice");
            default -> throw BadAnswer.refused(reply);
        };
    }

    private static ProbeResult answered(Node node, ForkChoice told) {
        return new ProbeResult.Answered(
                List.of(
                        Reading.reported(node, NodeSignals.SLOT_HEAD, (double) told.headSlot()),
                        Reading.reported(node, NodeSignals.SLOT_JUSTIFIED, (double) told.justifiedSlot()),
                        Reading.reported(node, NodeSignals.SLOT_FINALIZED, (double) told.finalizedSlot())),
                Optional.empty(),
                Optional.of(told));
    }
}
