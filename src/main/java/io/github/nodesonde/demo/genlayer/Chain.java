package io.github.nodesonde.demo.genlayer;

import java.time.Instant;
import java.util.Optional;

/** A simulated chain, block by block. Thread-safe. */
interface Chain {

    /** The newest block. */
    long head(Instant now);

    /** What its staking contract holds as of a block; empty when there is no such block. */
    Optional<Ledger> at(long block);
}
