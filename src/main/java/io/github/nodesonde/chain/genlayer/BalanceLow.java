package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.OperatorBalance;
import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The operator's wallet is nearly empty: a node that cannot pay its transactions misses rounds though it is up. */
@Component
final class BalanceLow extends NodeRule<OperatorBalance> {

    BalanceLow() {
        super("balance-low", BalanceProbe.NAME, OperatorBalance.class);
    }

    @Override
    Optional<Finding> found(OperatorBalance balance, NodeSnapshot seen, Thresholds thresholds) {
        return Gen.exact(balance.wei()).compareTo(thresholds.balanceLowGen()) < 0
                ? Optional.of(finding(
                                seen,
                                "the operator has %s GEN left, less than %s"
                                        .formatted(
                                                Gen.text(balance.wei()),
                                                thresholds.balanceLowGen().toPlainString()))
                        .measured(
                                Gen.value(balance.wei()),
                                thresholds.balanceLowGen().doubleValue()))
                : Optional.empty();
    }
}
