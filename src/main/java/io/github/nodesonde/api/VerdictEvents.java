package io.github.nodesonde.api;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.VerdictCause;
import io.github.nodesonde.node.Node;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the stream of changed verdicts, networks first. What is new in the fleet had no verdict before. */
@Component
final class VerdictEvents implements JudgementListener {

    private final EventLog log;

    VerdictEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public void judged(Judgements before, Judgements now) {
        now.networks().forEach((name, network) -> compare(before.networks().get(name), network, now.asOf()));
        now.renewedSince(before)
                .forEach(node -> compare(before.nodes().get(node.seen().node().id()), node, now.asOf()));
    }

    private void compare(@Nullable NetworkJudgement before, NetworkJudgement now, Instant at) {
        if (before != null && before.verdict() != now.verdict()) {
            String name = now.network().name();
            log.append(
                    EventType.VERDICT,
                    Optional.empty(),
                    Optional.of(name),
                    VerdictEventJson.ofNetwork(name, before.verdict(), now.verdict(), VerdictCause.of(now), at));
        }
    }

    private void compare(@Nullable NodeJudgement before, NodeJudgement now, Instant at) {
        if (before != null && before.verdict() != now.verdict()) {
            Node node = now.seen().node();
            log.append(
                    EventType.VERDICT,
                    Optional.of(node.id()),
                    Optional.of(node.network()),
                    VerdictEventJson.ofNode(
                            node.id().value(),
                            before.verdict(),
                            now.verdict(),
                            VerdictCause.of(now.findings(), now.verdict()),
                            at));
        }
    }
}
