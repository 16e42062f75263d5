package io.github.nodesonde.history;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Subject;
import java.time.Duration;
import java.time.Instant;

/** Judgements of a small network at some time. */
final class Moment {

    static final Instant START = JudgedFleet.AS_OF;

    private Moment() {}

    static Instant after(double seconds) {
        return START.plus(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** One node of network {@code net}. */
    static Judgements of(String node, Verdict verdict, double seconds) {
        return at(new JudgedFleet().plain("net").node(node, "net", verdict, null, null, rules(verdict)), seconds);
    }

    /** The same while the gateway suspects itself. */
    static Judgements suspect(String node, Verdict verdict, double seconds) {
        return at(
                new JudgedFleet()
                        .plain("net")
                        .node(node, "net", verdict, null, null, rules(verdict))
                        .finding(Subject.FLEET, "gateway-fault", Verdict.UNKNOWN, "all fail alike"),
                seconds);
    }

    static Judgements at(JudgedFleet fleet, double seconds) {
        Judgements judged = fleet.judged();
        return new Judgements(
                judged.version(),
                after(seconds),
                judged.fleet(),
                judged.verdict(),
                judged.policy(),
                judged.counts(),
                judged.findings(),
                judged.networks(),
                judged.nodes());
    }

    private static String[] rules(Verdict verdict) {
        return verdict == Verdict.UP ? new String[0] : new String[] {"rule-" + verdict.label()};
    }
}
