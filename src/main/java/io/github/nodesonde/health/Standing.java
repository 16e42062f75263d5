package io.github.nodesonde.health;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The findings of one subject in the judgement before. */
record Standing(List<Finding> findings) {

    Optional<Finding> of(String rule) {
        // A loop, for every rule asks this of every node judged, and mostly nothing stands: a stream took a tenth of
        // judging.
        for (Finding finding : findings) {
            if (finding.rule().equals(rule)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    /**
     * What was found now, worst first, one a rule; what stood before keeps standing since then.
     *
     * @param now when the rest began: whoever found it may have looked at a snapshot that is older
     */
    List<Finding> carryOn(Collection<Finding> found, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        var byRule = new LinkedHashMap<String, Finding>();
        found.stream().sorted(Finding.ORDER).forEach(finding -> byRule.putIfAbsent(finding.rule(), finding));
        return byRule.values().stream()
                .map(finding ->
                        finding.since(of(finding.rule()).map(Finding::since).orElse(now)))
                .toList();
    }
}
