package io.github.nodesonde.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process and all that came of it. Whoever was seen once is kept, for a process whose parent ends is nobody's
 * descendant any more. Used by one thread.
 */
final class ProcessTree {

    /** A process may fork while it is being killed. */
    private static final int PASSES = 5;

    private static final long MILLIS_TO_DIE = 200;

    private final Map<ProcessHandle, Duration> cpu = new LinkedHashMap<>();

    ProcessTree(ProcessHandle root) {
        cpu.put(root, Duration.ZERO);
    }

    /** Takes in who has come since, and what everybody has used. */
    void look() {
        for (ProcessHandle known : List.copyOf(cpu.keySet())) {
            known.descendants().forEach(found -> cpu.putIfAbsent(found, Duration.ZERO));
        }
        cpu.replaceAll((process, before) -> process.info().totalCpuDuration().orElse(before));
    }

    /** What all of them used, as last seen. */
    Duration cpu() {
        return cpu.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Ends them all in a way that none can ignore, and waits until they are gone. */
    void kill() {
        for (int pass = 0; pass < PASSES; pass++) {
            look();
            List<ProcessHandle> alive =
                    cpu.keySet().stream().filter(ProcessTree::runs).toList();
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            alive.forEach(ProcessTree::awaitEnd);
        }
    }

    /** An orphan that has ended but that nobody has asked for yet counts as alive; it runs no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(MILLIS_TO_DIE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // The next pass looks again.
        }
    }
}
