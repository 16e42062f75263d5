package io.github.nodesonde.health;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FlapWatch;
import io.github.nodesonde.observation.NodeLog;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/**
 * Writes a line whenever a verdict changes: the fleet's first, then of networks, then of nodes. What is new in the
 * fleet had no verdict before and is no change. Of a verdict that goes to and fro it tells that.
 */
@Component
final class VerdictLog implements JudgementListener {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictLog.class);

    private final NodeLog nodeLog;
    private final FlapWatch<Subject> flaps = new FlapWatch<>();

    VerdictLog(NodeLog nodeLog) {
        this.nodeLog = nodeLog;
    }

    @Override
    public void judged(Judgements before, Judgements now) {
        compare(
                new Change(Subject.FLEET, "fleet", before.verdict(), now.verdict()),
                now.asOf(),
                UnaryOperator.identity(),
                () -> VerdictCause.of(now));
        now.networks().forEach((name, network) -> compare(before.networks().get(name), network, now.asOf()));
        now.renewedSince(before)
                .forEach(node -> compare(before.nodes().get(node.seen().node().id()), node, now.asOf()));
    }

    private void compare(@Nullable NetworkJudgement before, NetworkJudgement now, Instant asOf) {
        if (before != null) {
            String name = now.network().name();
            compare(
                    new Change(Subject.of(now.network()), "network " + name, before.verdict(), now.verdict()),
                    asOf,
                    line -> line.addKeyValue("network", name),
                    () -> VerdictCause.of(now));
        }
    }

    private void compare(@Nullable NodeJudgement before, NodeJudgement now, Instant asOf) {
        if (before != null) {
            Node node = now.seen().node();
            compare(
                    new Change(Subject.of(node), "node " + node.id(), before.verdict(), now.verdict()),
                    asOf,
                    line -> nodeLog.about(now.seen(), line),
                    () -> VerdictCause.of(now.findings(), now.verdict()));
        }
    }

    private void compare(
            Change change,
            Instant asOf,
            UnaryOperator<LoggingEventBuilder> fields,
            Supplier<Optional<VerdictCause>> cause) {
        if (change.from() != change.to()) {
            flaps.changed(change.subject(), asOf).ifPresent(told -> tell(told, change, fields, cause.get()));
        } else if (flaps.isSteadyAgain(change.subject(), asOf)) {
            fields.apply(LOG.atInfo())
                    .addKeyValue("to", change.to().label())
                    .log("{} is steady again: {}", change.whose(), change.to().label());
        }
    }

    private static void tell(
            FlapWatch.Told told,
            Change change,
            UnaryOperator<LoggingEventBuilder> fields,
            Optional<VerdictCause> cause) {
        String to = change.to().label();
        var named = fields.apply(LOG.atLevel(level(told, change)))
                .addKeyValue("from", change.from().label())
                .addKeyValue("to", to);
        var line = cause.map(found -> found.on(named)).orElse(named);
        String why = cause.map(found -> ": " + found.because()).orElse("");
        switch (told) {
            case FlapWatch.Told.Change _ ->
                line.log(
                        "{} went from {} to {}{}", change.whose(), change.from().label(), to, why);
            case FlapWatch.Told.Flaps flaps ->
                line.log(
                        "{} flaps, {} changes within {} minutes, now {}{}",
                        change.whose(),
                        flaps.changes(),
                        flaps.within().toMinutes(),
                        to,
                        why);
            case FlapWatch.Told.StillFlaps flaps ->
                line.log("{} still flaps, {} more changes, now {}{}", change.whose(), flaps.changes(), to, why);
        }
    }

    private static Level level(FlapWatch.Told told, Change change) {
        boolean well = change.to() == Verdict.UP || change.to() == Verdict.MAINTENANCE;
        return well && told instanceof FlapWatch.Told.Change ? Level.INFO : Level.WARN;
    }

    private record Change(Subject subject, String whose, Verdict from, Verdict to) {}
}
