package io.github.nodesonde.web;

import io.github.nodesonde.api.TestGateway;
import io.github.nodesonde.health.Judgements;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Shows the same fleet as judged anew each second, as a gateway that polls it would. */
final class JudgedEachSecond implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private JudgedEachSecond() {}

    static JudgedEachSecond of(Judgements fleet) {
        var version = new AtomicLong(fleet.version());
        TestGateway.show(fleet);
        var judged = new JudgedEachSecond();
        judged.clock.scheduleAtFixedRate(
                () -> TestGateway.show(again(fleet, version.incrementAndGet())), 1, 1, TimeUnit.SECONDS);
        return judged;
    }

    private static Judgements again(Judgements fleet, long version) {
        return new Judgements(
                version,
                fleet.asOf(),
                fleet.fleet(),
                fleet.verdict(),
                fleet.policy(),
                fleet.counts(),
                fleet.findings(),
                fleet.networks(),
                fleet.nodes());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
