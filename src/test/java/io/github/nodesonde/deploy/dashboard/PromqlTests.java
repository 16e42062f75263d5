package io.github.nodesonde.deploy.dashboard;

import io.github.nodesonde.testing.InstalledProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has promtool work out what the states of dashboards are, where scraping the demo would not show it. */
class PromqlTests {

    @TempDir
    Path folder;

    @Test
    void verdictIsItsRankAndTheWorseOfTwoScrapesAndAGapWhereNothingIsKnown() throws Exception {
        var promtool = InstalledProgram.assumed("promtool", "prometheus");
        Path test = Files.writeString(folder.resolve("verdict_test.yml"), """
                tests:
                  - interval: 1m
                    input_series:
                %s
                    promql_expr_test:
                      - expr: '%s'
                        eval_time: 0m
                        exp_samples:
                          - { labels: '{network="n", node="resting"}', value: 0 }
                          - { labels: '{network="n", node="well"}', value: 1 }
                          - { labels: '{network="n", node="doubtful"}', value: 3 }
                          - { labels: '{network="n", node="twice"}', value: 4 }
                      - expr: '%2$s'
                        eval_time: 1m
                        exp_samples:
                          - { labels: '{network="n", node="well"}', value: 2 }
                """.formatted(
                        verdicts("resting", "one", "maintenance")
                                + verdicts("well", "one", "up", "degraded")
                                + verdicts("doubtful", "one", "unknown")
                                + verdicts("twice", "one", "up")
                                + verdicts("twice", "other", "down"),
                        Promql.nodeVerdict()
                                .replace("$network", ".+")
                                .replace("$node", ".+")
                                .replaceAll("\\s+", " ")));

        promtool.passes(List.of("test", "rules"), List.of(test));
    }

    /** One series of each verdict, as the gateway prints them, minute by minute, and then no more. */
    private static String verdicts(String node, String job, String... byMinute) {
        var series = new StringBuilder();
        for (String verdict : List.of("up", "degraded", "unknown", "down", "maintenance")) {
            var values = new StringBuilder();
            for (String holds : byMinute) {
                values.append(holds.equals(verdict) ? "1 " : "0 ");
            }
            series.append("""
                          - { series: 'nodesonde_node_verdict{job="%s",network="n",node="%s",verdict="%s"}', values: '%sstale' }
                    """.formatted(job, node, verdict, values));
        }
        return series.toString();
    }
}
