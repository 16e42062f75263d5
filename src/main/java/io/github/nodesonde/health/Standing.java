package io.github.nodesonde.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The findings of one subject in the judgement before. */
record Standing(List<Finding> findings) {

    Optional<Finding> of(String rule) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).findFirst();
    }

    /** What was found now, worst first, one a rule; what stood before keeps standing since then. */
    List<Finding> carryOn(Stream<Finding> found) {
        var byRule = new LinkedHashMap<String, Finding>();
        found.sorted(Finding.ORDER).forEach(finding -> byRule.putIfAbsent(finding.rule(), finding));
        return byRule.values().stream()
                .map(finding -> of(finding.rule())
                        .map(before -> finding.since(before.since()))
                        .orElse(finding))
                .toList();
    }
}
