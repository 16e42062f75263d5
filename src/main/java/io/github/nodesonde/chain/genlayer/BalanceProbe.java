package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.BalanceReader;
import io.github.nodesonde.chain.genlayer.ops.OperatorBalance;
import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.text.NodeText;
import io.github.nodesonde.text.PrintableText;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks {@code /balance} of the ops port, in every round, after what tells more. A node that is no validator says with status
 * 503 and a message that it has no balance, older ones know no such path: neither counts against it.
 *
 * <pre>
 * genlayer_operator_balance_gen 9.75
 * </pre>
 */
@Component
@Order(3)
final class BalanceProbe implements NodeProbe.OfNode {

    static final String NAME = "balance";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    @Override
    public String type() {
        return GenLayerKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        var settings = (GenLayerSettings) newest.node().settings();
        return Optional.of(new Question.Get(settings.at("/balance")));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        return switch (reply.status()) {
            case OK -> answered(seen.node(), BalanceReader.read(StrictJson.object(reply)));
            case NOT_FOUND -> new ProbeResult.Skipped("the node has no such path");
            case UNAVAILABLE -> new ProbeResult.Skipped(NodeText.withoutAddresses(PrintableText.of(message(reply))));
            default -> throw BadAnswer.refused(reply);
        };
    }

    private static ProbeResult answered(Node node, OperatorBalance balance) {
        return new ProbeResult.Answered(
                List.of(Reading.reported(node, GenLayerSignals.OPERATOR_BALANCE, Gen.value(balance.wei()))),
                Optional.empty(),
                Optional.of(balance));
    }

    /** Without one it is not the node that speaks, but some proxy before it. */
    private static String message(Reply reply) throws BadAnswer {
        try {
            return StrictJson.object(reply)
                    .path("message")
                    .stringValueOpt()
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> BadAnswer.refused(reply));
        } catch (BadAnswer _) {
            throw BadAnswer.refused(reply);
        }
    }
}
