package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Certificates;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The node's TLS certificate, or the one that we show it, ends soon or has ended. Rests on the newest round that came over
 * TLS and still counts; one in which nothing could be connected to tells nothing new.
 */
@Component
final class CertificateExpiring implements HealthRule {

    @Override
    public String rule() {
        return "certificate-expiring";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        Duration notice = network.certificateNotice();
        return newest(seen)
                .flatMap(CertificateExpiring::earliest)
                .filter(end -> end.left(seen.asOf()).compareTo(notice) < 0)
                .map(end -> Finding.of(
                                Subject.of(seen.node()), rule(), Verdict.DEGRADED, end.words(seen.asOf()), seen.asOf())
                        .measured((double) end.left(seen.asOf()).toSeconds(), (double) notice.toSeconds()));
    }

    /** Loops, for without TLS, where there is none to find, twelve rounds are gone through: as streams this took half of judging a node. */
    private static Optional<List<Certificates>> newest(NodeSnapshot seen) {
        Instant oldest = seen.asOf().minus(seen.node().ageLimit());
        for (Round round : seen.rounds()) {
            if (!round.endedAt().isBefore(oldest)) {
                List<Certificates> told = round.certificates();
                if (!told.isEmpty()) {
                    return Optional.of(told);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<End> earliest(List<Certificates> told) {
        return told.stream()
                .flatMap(certificates -> Stream.concat(
                        certificates.nodeEndsAt().stream().map(at -> new End("the node's TLS certificate", at)),
                        certificates.ownEndsAt().stream().map(at -> new End("our client certificate", at))))
                .min(Comparator.comparing(End::at));
    }

    private record End(String whose, Instant at) {

        Duration left(Instant now) {
            return Duration.between(now, at);
        }

        String words(Instant now) {
            String verb = left(now).isPositive() ? " ends on " : " ended on ";
            return whose + verb + at.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }
}
