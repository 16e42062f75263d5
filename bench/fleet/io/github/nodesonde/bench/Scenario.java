package io.github.nodesonde.bench;

import java.io.IOException;

/** One thing that is done to the fleet or to the gateway, and what is measured meanwhile. Leaves both as it found them. */
interface Scenario {

    void run(Bench bench) throws IOException, InterruptedException;
}
