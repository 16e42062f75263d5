package io.github.nodesonde.health;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says when to judge: soon after something was seen, and now and then when nothing was. Starts before the servers do, so
 * that the first who asks finds every node of the fleet, if only as unknown.
 */
@Component
final class JudgementLoop implements SmartLifecycle {

    private final JudgementKeeper keeper;
    private final JudgementPace pace;
    private final OwnFaults faults;
    private volatile @Nullable CountDownLatch stop;

    JudgementLoop(JudgementKeeper keeper, JudgementPace pace, OwnFaults faults) {
        this.keeper = keeper;
        this.pace = pace;
        this.faults = faults;
    }

    @Override
    public void start() {
        keeper.refresh();
        var asked = new CountDownLatch(1);
        Thread.ofPlatform().name("judge").daemon().start(() -> tickUntil(asked));
        stop = asked;
    }

    @Override
    public void stop() {
        var asked = stop;
        if (asked != null) {
            asked.countDown();
            stop = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stop != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void tickUntil(CountDownLatch asked) {
        try {
            while (!asked.await(pace.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** An error that got out would silently be the last tick. */
    private void tick() {
        try {
            keeper.refreshIfDue();
        } catch (RuntimeException | Error fault) {
            faults.tell("the judging loop", fault);
        }
    }
}
