package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.health.NetworkView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** @param mismatched nodes that are of another chain than the network */
public record GenesisTopic(List<Mismatched> mismatched) {

    public static final String NAME = "genesis";

    public GenesisTopic {
        mismatched = List.copyOf(mismatched);
    }

    /**
     * @param genesisAt when its chain began; empty when it does not tell
     * @param because label of a {@link Because}
     */
    public record Mismatched(String node, Optional<Instant> genesisAt, String because) {}

    /** What shows it. */
    public enum Because {
        /** It began at another time. */
        GENESIS_TIME,
        /** Its registry holds another number of validators. */
        VALIDATOR_COUNT,
        /** It finalized another block than most that finalized the same slot. */
        FINALIZED_ROOT;

        /** As the API prints it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Optional<GenesisTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof GenesisTopic topic ? Optional.of(topic) : Optional.empty();
    }
}
