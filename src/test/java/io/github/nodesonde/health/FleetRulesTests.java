package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FleetSnapshot;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetRulesTests {

    @ParameterizedTest(name = "networks {0}, own findings {1}: {2}")
    @CsvSource({
        "'',                    '',       UNKNOWN",
        "'',                    DOWN,     UNKNOWN",
        "UP,                    '',       UP",
        "UP DEGRADED,           '',       DEGRADED",
        "UP UNKNOWN DEGRADED,   '',       UNKNOWN",
        "UP UNKNOWN DOWN,       '',       DOWN",
        "UP MAINTENANCE,        '',       UP",
        "DOWN MAINTENANCE,      '',       DOWN",
        "MAINTENANCE,           '',       MAINTENANCE",
        "MAINTENANCE,           DOWN,     MAINTENANCE",
        "UP,                    UP,       UP",
        "UP,                    DEGRADED, DEGRADED",
        "DOWN,                  UNKNOWN,  DOWN",
    })
    void fleetIsTheWorstOfItsNetworksAndOfItsOwnFindings(String networks, String own, Verdict expected) {
        var findings = verdicts(own).stream()
                .map(verdict -> finding("some-rule", verdict))
                .toList();

        assertThat(FleetRules.verdict(verdicts(networks), findings)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"DOWN", "UP", "DEGRADED", "MAINTENANCE"})
    void fleetIsUnknownWhileTheGatewayIsSuspected(Verdict networks) {
        assertThat(FleetRules.verdict(List.of(networks), List.of(finding("gateway-fault", Verdict.UNKNOWN))))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void suspicionAgainstTheGatewayStandsFirstWhateverElseWasFound() {
        var rules = new FleetRules(
                List.of(
                        rule("worse", Verdict.DOWN),
                        rule("a-slight", Verdict.UP),
                        rule("gateway-fault", Verdict.UNKNOWN)),
                new OwnFaults());

        assertThat(rules.judge(seen(Watched.START), List.of()))
                .extracting(Finding::rule)
                .containsExactly("gateway-fault", "worse", "a-slight");
    }

    @Test
    void ruleIsGivenItsOwnStandingFindingAndKeepsItsSince() {
        var before = List.of(finding("other", Verdict.DOWN), finding("lasting", Verdict.DEGRADED));
        var rules = new FleetRules(
                List.of(new FleetRule() {
                    @Override
                    public String rule() {
                        return "lasting";
                    }

                    @Override
                    public Optional<Finding> judge(FleetSnapshot seen, Optional<Finding> standing) {
                        return standing.map(stood -> stood.since(seen.asOf()));
                    }
                }),
                new OwnFaults());

        assertThat(rules.judge(seen(Watched.at(60)), before)).containsExactly(finding("lasting", Verdict.DEGRADED));
    }

    @Test
    void ruleThatThrowsLeavesTheFleetUnknownAndTheOthersHeard() {
        var rules = new FleetRules(
                List.of(
                        new FleetRule() {
                            @Override
                            public String rule() {
                                return "broken";
                            }

                            @Override
                            public Optional<Finding> judge(FleetSnapshot seen, Optional<Finding> standing) {
                                throw new IllegalStateException("a bug");
                            }
                        },
                        rule("slight", Verdict.DEGRADED)),
                new OwnFaults());

        List<Finding> findings = rules.judge(seen(Watched.START), List.of());

        assertThat(findings).extracting(Finding::rule).containsExactly("internal", "slight");
        assertThat(FleetRules.verdict(List.of(Verdict.UP), findings)).isEqualTo(Verdict.UNKNOWN);
    }

    private static FleetSnapshot seen(Instant asOf) {
        return new FleetSnapshot(asOf, List.of(), Optional.empty());
    }

    private static FleetRule rule(String id, Verdict verdict) {
        return new FleetRule() {
            @Override
            public String rule() {
                return id;
            }

            @Override
            public Optional<Finding> judge(FleetSnapshot seen, Optional<Finding> standing) {
                return Optional.of(finding(id, verdict));
            }
        };
    }

    private static Finding finding(String rule, Verdict verdict) {
        return Finding.of(Subject.FLEET, rule, verdict, "because", Watched.START);
    }

    private static List<Verdict> verdicts(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Verdict::valueOf)
                .toList();
    }
}
