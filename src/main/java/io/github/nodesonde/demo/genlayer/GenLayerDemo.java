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

/**
 * The network {@code bradbury-demo} and its chain: two validators in order, one to be primed whose wallet is empty, one
 * quarantined whose language model fails it, one short of file descriptors, one still syncing, one lost and one that is
 * something else.
 */
@Component
@ConditionalOnBooleanProperty("nodesonde.demo")
final class GenLayerDemo implements SimulatedKind {

    static final String EU_1 = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    static final String US_1 = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
    static final String AP_1 = "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB";
    static final String SA_1 = "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb";
    static final String AF_1 = "0x52908400098527886E0F7030069857D2E4169EE7";
    static final String EU_2 = "0x8617E340B3D01FA5F11F306F4090FD50E238070D";
    static final String US_2 = "0xde709f2102306220921060314715629080e2fb77";
    static final String AP_2 = "0x27b1fdb04752bbc536007a920d24acb045561c26";

    private static final StakingContract CONTRACT = new StakingContract("0x00000000000000000000000000000000000000c0");

    /** Far behind when the demo starts, catching up by four blocks a second, then thrown back again. */
    private static final double MOST_BEHIND = 2400;

    private static final double CAUGHT_UP_BEFORE_FALLING_BACK = 2000;
    private static final double BLOCKS_CAUGHT_UP_PER_SECOND = 4;

    private static final int ALMOST_ALL = 980;
    private static final int FEW_FDS = 1024;

    @Override
    public List<SimulatedNetwork> networks(Instant startedAt) {
        Instant days = startedAt.minus(Duration.ofDays(3));
        var inOrder = new GoProcess(days);
        return List.of(new SimulatedNetwork(
                "bradbury-demo",
                "genlayer",
                "",
                List.of(new ChainEndpoint(new DemoChain(startedAt), CONTRACT)),
                List.of(
                        old("validator-eu-1", EU_1, startedAt),
                        current("validator-us-1", "{ region: us, team: acme }", new Release05(inOrder, US_1)),
                        current(
                                "validator-eu-2",
                                "{ region: eu }",
                                new Release05(inOrder, EU_2).with(Wallet.gen("0.031"))),
                        current(
                                "validator-us-2",
                                "{ region: us }",
                                new Release05(inOrder, US_2).withoutLanguageModel("provider answers 429")),
                        current(
                                "validator-ap-2",
                                "{ region: ap }",
                                new Release05(new GoProcess(days, ALMOST_ALL, FEW_FDS), AP_2)),
                        syncing("validator-ap-1", AP_1, startedAt),
                        lost("validator-sa-1", SA_1),
                        misaddressed("validator-af-1", AF_1))));
    }

    private static SimulatedNode old(String id, String validator, Instant startedAt) {
        var process = new GoProcess(startedAt.minus(Duration.ofDays(12)));
        return new SimulatedValidator(id, validator, "{ region: eu, team: acme }", true, new Release04(process));
    }

    private static SimulatedNode current(String id, String labels, Release05 node) {
        return new SimulatedValidator(id, node.validator(), labels, true, node);
    }

    private static SimulatedNode syncing(String id, String validator, Instant startedAt) {
        return current(
                id,
                "{ region: ap }",
                new Release05(new GoProcess(startedAt), validator)
                        .behind(uptime -> MOST_BEHIND
                                - Math.floor(uptime * BLOCKS_CAUGHT_UP_PER_SECOND) % CAUGHT_UP_BEFORE_FALLING_BACK));
    }

    private static SimulatedNode lost(String id, String validator) {
        return new SimulatedValidator(id, validator, "{ region: sa }", false, (_, _) -> SimulatedAnswer.notFound());
    }

    private static SimulatedNode misaddressed(String id, String validator) {
        return new SimulatedValidator(id, validator, "{}", true, OpsPort.nonsense());
    }
}
