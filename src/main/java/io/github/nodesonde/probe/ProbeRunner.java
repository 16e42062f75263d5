package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Certificates;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.text.PrintableText;
import io.github.nodesonde.transport.CertificateEnds;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import io.github.nodesonde.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Puts the question of one probe to one node. The one place where time and exceptions become data. Thread-safe. */
@Component
final class ProbeRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeRunner.class);

    private final Transport transport;
    private final Clock clock;
    private final NodeLog nodeLog;
    private final LongSupplier nanos;

    @Autowired
    ProbeRunner(Transport transport, Clock clock, NodeLog nodeLog) {
        this(transport, clock, nodeLog, System::nanoTime);
    }

    /** @param nanos time of a clock that nobody sets */
    ProbeRunner(Transport transport, Clock clock, NodeLog nodeLog, LongSupplier nanos) {
        this.transport = transport;
        this.clock = clock;
        this.nodeLog = nodeLog;
        this.nanos = nanos;
    }

    /**
     * Blocks until the answer is there or the deadline has passed.
     *
     * @param seen what is known of the node, this round's outcomes so far included
     * @param dead the addresses of this round that cannot be connected to; one more may be added
     * @param deadline zero or negative when the round's time is up: nothing is asked then
     * @return empty when the probe does not apply to the node
     */
    Optional<Round.Outcome> run(NodeProbe.OfNode probe, NodeSnapshot seen, DeadAddresses dead, Duration deadline)
            throws InterruptedException {
        long start = nanos.getAsLong();
        try {
            Optional<Question> question = probe.question(seen);
            return question.isPresent()
                    ? Optional.of(put(probe, seen, question.get(), dead, deadline, start))
                    : Optional.empty();
        } catch (RuntimeException e) {
            logOnce(probe, seen, e);
            String detail = "the gateway failed: " + e.getClass().getSimpleName();
            return Optional.of(failed(new ProbeResult.Failed(Reason.INTERNAL, detail), start));
        }
    }

    private Round.Outcome put(
            NodeProbe.OfNode probe,
            NodeSnapshot seen,
            Question question,
            DeadAddresses dead,
            Duration deadline,
            long start)
            throws InterruptedException {
        Node node = seen.node();
        Optional<ProbeResult.Failed> unasked = unasked(node, question, dead, deadline);
        if (unasked.isPresent()) {
            return new Round.Outcome(unasked.get(), clock.instant(), Duration.ZERO);
        }
        try {
            Reply reply = transport.ask(question, CredentialAccess.of(node.credentials()), deadline);
            Duration took = since(start);
            return new Round.Outcome(read(probe, seen, reply), reply.receivedAt(), took)
                    .over(certificates(reply.certificateEnds()));
        } catch (NoReply e) {
            var failed = new ProbeResult.Failed(
                    NoReplyReasons.of(e.why()), PrintableText.of(String.valueOf(e.getMessage())));
            if (e.why().withoutConnection()) {
                dead.add(question, failed);
            }
            return failed(failed, start);
        } catch (CredentialAccess.UnreadableSecret e) {
            return failed(new ProbeResult.Failed(Reason.INTERNAL, String.valueOf(e.getMessage())), start);
        }
    }

    private static Optional<ProbeResult.Failed> unasked(
            Node node, Question question, DeadAddresses dead, Duration deadline) {
        if (leadsAway(question, node)) {
            return Optional.of(
                    new ProbeResult.Failed(Reason.FORBIDDEN, "the question leads away from the node's own URLs"));
        }
        return dead.failureOf(question)
                .or(() -> deadline.isPositive()
                        ? Optional.empty()
                        : Optional.of(
                                new ProbeResult.Failed(Reason.TIMED_OUT, "not asked: the time of the round was up")));
    }

    private static boolean leadsAway(Question question, Node node) {
        for (URI url : question.urls()) {
            Address address = Address.of(url);
            if (node.settings().urls().stream().noneMatch(own -> Address.of(own).equals(address))) {
                return true;
            }
        }
        return false;
    }

    private static ProbeResult read(NodeProbe.OfNode probe, NodeSnapshot seen, Reply reply) {
        try {
            return probe.read(seen, reply);
        } catch (BadAnswer e) {
            return new ProbeResult.Failed(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private static Certificates certificates(CertificateEnds ends) {
        return ends.equals(CertificateEnds.NONE) ? Certificates.NONE : new Certificates(ends.server(), ends.client());
    }

    private Round.Outcome failed(ProbeResult.Failed failed, long start) {
        return new Round.Outcome(failed, clock.instant(), since(start));
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    /** A bug shows in every round; its stack trace need not. */
    private void logOnce(NodeProbe.OfNode probe, NodeSnapshot seen, RuntimeException fault) {
        boolean known = Optional.ofNullable(seen.probes().get(probe.name()))
                .flatMap(state -> state.newest())
                .filter(outcome ->
                        outcome.result() instanceof ProbeResult.Failed failed && failed.reason() == Reason.INTERNAL)
                .isPresent();
        if (!known) {
            nodeLog.about(seen, LOG.atError())
                    .addKeyValue("probe", probe.name())
                    .setCause(PrintableFault.of(fault))
                    .log(
                            "the gateway's own fault while asking {} of {}",
                            probe.name(),
                            seen.node().id());
        }
    }
}
