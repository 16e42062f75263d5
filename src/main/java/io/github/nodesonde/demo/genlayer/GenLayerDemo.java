package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedKind;
import io.github.nodesonde.demo.SimulatedNetwork;
import io.github.nodesonde.demo.SimulatedNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The network {@code bradbury-demo}: two validators in order, one still syncing, one lost and one that is something else. */
@Component
@ConditionalOnBooleanProperty("nodesonde.demo")
final class GenLayerDemo implements SimulatedKind {

    /** Far behind when the demo starts, catching up by four blocks a second, then thrown back again. */
    private static final double MOST_BEHIND = 2400;

    private static final double CAUGHT_UP_BEFORE_FALLING_BACK = 2000;
    private static final double BLOCKS_CAUGHT_UP_PER_SECOND = 4;

    @Override
    public List<SimulatedNetwork> networks(Instant startedAt) {
        return List.of(new SimulatedNetwork(
                "bradbury-demo",
                "genlayer",
                "",
                List.of(
                        old("validator-eu-1", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", startedAt),
                        current("validator-us-1", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", startedAt),
                        syncing("validator-ap-1", "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", startedAt),
                        lost("validator-sa-1", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"),
                        misaddressed("validator-af-1", "0x52908400098527886E0F7030069857D2E4169EE7"))));
    }

    private static SimulatedNode old(String id, String validator, Instant startedAt) {
        var process = new GoProcess(startedAt.minus(Duration.ofDays(12)));
        return new SimulatedValidator(id, validator, "{ region: eu, team: acme }", true, new Release04(process));
    }

    private static SimulatedNode current(String id, String validator, Instant startedAt) {
        var process = new GoProcess(startedAt.minus(Duration.ofDays(3)));
        return new SimulatedValidator(
                id, validator, "{ region: us, team: acme }", true, new Release05(process, validator, Series.always(0)));
    }

    private static SimulatedNode syncing(String id, String validator, Instant startedAt) {
        var process = new GoProcess(startedAt);
        return new SimulatedValidator(
                id,
                validator,
                "{ region: ap }",
                true,
                new Release05(
                        process,
                        validator,
                        uptime -> MOST_BEHIND
                                - Math.floor(uptime * BLOCKS_CAUGHT_UP_PER_SECOND) % CAUGHT_UP_BEFORE_FALLING_BACK));
    }

    private static SimulatedNode lost(String id, String validator) {
        return new SimulatedValidator(id, validator, "{ region: sa }", false, (_, _) -> SimulatedAnswer.notFound());
    }

    private static SimulatedNode misaddressed(String id, String validator) {
        return new SimulatedValidator(id, validator, "{}", true, OpsPort.nonsense());
    }
}
