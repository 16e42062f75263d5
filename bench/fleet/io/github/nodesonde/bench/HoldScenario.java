package io.github.nodesonde.bench;

/** Keeps the fleet running, for whoever looks at the gateway from outside, such as with a profiler. */
final class HoldScenario implements Scenario {

    @Override
    public void run(Bench bench) throws InterruptedException {
        System.out.println("holding process " + bench.gateway().process().pid() + " for "
                + bench.options().holdSeconds() + " s");
        Thread.sleep(1000L * bench.options().holdSeconds());
    }
}
