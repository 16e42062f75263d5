package io.github.nodesonde.web;

import io.github.nodesonde.api.FindingJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One finding in full.
 *
 * @param measured the figure and its limit, in words; empty for a finding without
 */
record FindingRow(
        String rule, String verdict, String because, Optional<String> measured, Instant since, String lasting) {

    static List<FindingRow> of(List<FindingJson> findings, Instant asOf) {
        return findings.stream().map(finding -> of(finding, asOf)).toList();
    }

    private static FindingRow of(FindingJson finding, Instant asOf) {
        return new FindingRow(
                finding.rule(),
                finding.verdict(),
                finding.because(),
                Optional.ofNullable(finding.observed())
                        .map(observed -> "observed " + observed
                                + (finding.threshold() == null ? "" : ", threshold " + finding.threshold())),
                finding.since(),
                Phrases.lasting(finding.since(), asOf));
    }
}
