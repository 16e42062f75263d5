package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nothing that the node said is fresh, none yet included, and it does not count as unreachable: we do not know. */
@Component
final class Stale implements HealthRule {

    private static final double MILLIS_PER_SECOND = 1000;

    @Override
    public String rule() {
        return "stale";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        Outage outage = Outage.of(seen);
        return outage.isConfirmed(network) || seen.isHeard()
                ? Optional.empty()
                : Optional.of(
                        seen.answeredAt().map(at -> tooOld(seen, outage, at)).orElseGet(() -> never(seen, outage)));
    }

    private Finding never(NodeSnapshot seen, Outage outage) {
        return finding(
                seen,
                seen.rounds().isEmpty()
                        ? "not asked yet"
                        : outage.isUnderWay()
                                ? "no answer yet" + newestFailure(outage)
                                : "no probe applies to this node");
    }

    private Finding tooOld(NodeSnapshot seen, Outage outage, Instant answeredAt) {
        return finding(seen, "no answer since " + answeredAt + newestFailure(outage))
                .measured(
                        seconds(Duration.between(answeredAt, seen.asOf())),
                        seconds(seen.node().ageLimit()));
    }

    private Finding finding(NodeSnapshot seen, String because) {
        return Finding.of(Subject.of(seen.node()), rule(), Verdict.UNKNOWN, because, seen.asOf());
    }

    private static String newestFailure(Outage outage) {
        return outage.newestFailure()
                .map(failure -> ", " + Outage.words(failure))
                .orElse("");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
