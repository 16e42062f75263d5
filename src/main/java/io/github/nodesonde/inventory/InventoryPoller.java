package io.github.nodesonde.inventory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for a changed inventory at fixed times, from the start of the application context to its end. */
@Component
class InventoryPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryPoller.class);

    private final ReloadingInventory inventory;
    private final Duration interval;
    private @Nullable ScheduledExecutorService timer;

    @Autowired
    InventoryPoller(ReloadingInventory inventory, InventoryProperties properties) {
        this(inventory, properties.inventoryPollInterval());
    }

    InventoryPoller(ReloadingInventory inventory, Duration interval) {
        this.inventory = inventory;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("inventory").daemon().factory());
        var _ = started.scheduleWithFixedDelay(
                this::poll, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        timer = started;
    }

    private void poll() {
        try {
            inventory.reload();
        } catch (RuntimeException e) {
            // A timer never runs again what has once thrown.
            LOG.error("the inventory could not be looked at", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
