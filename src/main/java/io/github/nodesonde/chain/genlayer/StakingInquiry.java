package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.NetworkInquiry;
import io.github.nodesonde.probe.RoundFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks one network's source about the validators of its nodes, and turns what it tells into answers of each. */
final class StakingInquiry implements NetworkInquiry {

    private final Network network;
    private final StakingSettings settings;
    private final StakingSource source;

    StakingInquiry(Network network, StakingSettings settings, StakingSource source) {
        this.network = network;
        this.settings = settings;
        this.source = source;
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public boolean concerns(Node node) {
        return validator(node).isPresent();
    }

    @Override
    public Map<Subject, ProbeResult> ask(List<Node> nodes, NetworkExchange exchange)
            throws RoundFailure, InterruptedException {
        StakingState state = source.read(
                nodes.stream().flatMap(node -> validator(node).stream()).collect(Collectors.toUnmodifiableSet()),
                exchange);
        var told = new NetworkStaking(settings.source(), settings.periods(), state);
        var results = new HashMap<Subject, ProbeResult>();
        results.put(Subject.of(network), new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(told)));
        for (Node node : nodes) {
            validator(node).ifPresent(address -> results.put(Subject.of(node), result(node, address, told)));
        }
        return results;
    }

    private static ProbeResult result(Node node, Address validator, NetworkStaking told) {
        if (told.state().validators().get(validator) instanceof ValidatorAnswer.Unread(var reason, String detail)) {
            return new ProbeResult.Failed(reason, detail);
        }
        var staking = new ValidatorStaking(told, validator, told.state().figures(validator, told.periods()));
        return new ProbeResult.Answered(StakingReadings.of(node, staking), Optional.empty(), Optional.of(staking));
    }

    private static Optional<Address> validator(Node node) {
        return ((GenLayerSettings) node.settings()).validator();
    }
}
