package io.github.nodesonde.chain.genlayer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSources;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.probe.NetworkInquiry;
import io.github.nodesonde.probe.NodeProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks for the staking state of a network, once for all its validators, of the source that the inventory names.
 *
 * <pre>
 * genlayer_validator_info{validator="0x5aAe…",operator_address="0xfB69…"} 1
 * genlayer_validator_stake_current 42000
 * genlayer_validator_stake_delegated 1200.5
 * genlayer_validator_in_active_set 1
 * genlayer_validator_live 1
 * genlayer_validator_banned 0
 * genlayer_validator_quarantined 0
 * genlayer_validator_primed_epoch 12
 * genlayer_validator_needs_priming 0
 * genlayer_validator_pending_deposits 1
 * genlayer_validator_pending_deposits_gen 10
 * genlayer_validator_epochs_remaining_for_activation 2
 * genlayer_validator_pending_withdrawals 0
 * genlayer_validator_pending_withdrawals_gen 0
 * genlayer_validator_claimable_withdrawals 1
 * genlayer_validator_claimable_withdrawals_gen 5
 * </pre>
 */
@Component
final class StakingProbe implements NodeProbe.OfNetwork {

    static final String NAME = "staking";

    private final Map<StakingSettings.Source, StakingSources> sources;

    StakingProbe(List<StakingSources> sources) {
        this.sources = sources.stream().collect(toMap(StakingSources::sort, identity()));
    }

    @Override
    public String type() {
        return GenLayerKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<NetworkInquiry> inquiry(Network network) {
        return ((GenLayerNetworkSettings) network.settings())
                .staking()
                .flatMap(settings -> Optional.ofNullable(sources.get(settings.source()))
                        .map(found -> new StakingInquiry(network, settings, found.of(network, settings))));
    }
}
