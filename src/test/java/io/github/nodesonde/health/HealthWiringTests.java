package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.testing.HandSetClock;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

class HealthWiringTests {

    private static final Watched WATCHED = new Watched();

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Wiring.class)
            .withBean(Clock.class, () -> new HandSetClock(Watched.START))
            .withBean(ObservationLog.class, () -> WATCHED.log)
            .withBean(NodeLog.class, () -> new NodeLog(List.of()))
            .withBean(LiveFleet.class, () -> WATCHED::fleet);

    @Test
    void withoutAnyKindOfNodeThereAreTheRulesForEveryKind() {
        context.run(running -> {
            assertThat(running.getBeansOfType(HealthRule.class).values())
                    .extracting(HealthRule::rule)
                    .containsExactlyInAnyOrder("unreachable", "probe-failing", "stale", "certificate-expiring");
            assertThat(running.getBeansOfType(FleetRule.class).values())
                    .extracting(FleetRule::rule)
                    .containsExactly("gateway-fault");
            assertThat(running.getBean(LatestJudgements.class).get().version()).isPositive();
        });
    }

    @Test
    void networksFollowTheMajorityUnlessToldOtherwise() {
        context.run(running -> assertThat(
                        running.getBean(LatestJudgements.class).get().policy())
                .isEqualTo(DownWhen.MAJORITY));
    }

    @ParameterizedTest
    @CsvSource({"any, ANY", "majority, MAJORITY", "all, ALL", "never, NEVER"})
    void policyIsAProperty(String text, DownWhen policy) {
        context.withPropertyValues("nodesonde.health.fleet.down-when=" + text)
                .run(running -> assertThat(
                                running.getBean(LatestJudgements.class).get().policy())
                        .isEqualTo(policy));
    }

    @Test
    void policyThatDoesNotExistKeepsTheGatewayFromStarting() {
        context.withPropertyValues("nodesonde.health.fleet.down-when=some")
                .run(running -> assertThat(running).hasFailed());
    }

    @Test
    void listenerMayWantTheJudgementsItself() {
        context.withBean(Reader.class).run(running -> {
            assertThat(running).hasNotFailed();
            assertThat(running.getBean(Reader.class).heard).isPositive();
        });
    }

    static final class Reader implements JudgementListener {

        private final LatestJudgements latest;
        private volatile long heard;

        Reader(LatestJudgements latest) {
            this.latest = latest;
        }

        @Override
        public void judged(Judgements before, Judgements now) {
            heard = latest.get().version();
        }
    }

    /** No configuration of its own: whoever scans the whole program must not find it. */
    @EnableConfigurationProperties(FleetHealthProperties.class)
    @ComponentScan(basePackageClasses = Judge.class)
    static class Wiring {}
}
