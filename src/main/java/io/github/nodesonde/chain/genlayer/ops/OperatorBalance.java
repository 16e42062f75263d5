package io.github.nodesonde.chain.genlayer.ops;

import java.math.BigInteger;

/** What is in the wallet that the node pays its transactions from. */
public record OperatorBalance(BigInteger wei) {}
