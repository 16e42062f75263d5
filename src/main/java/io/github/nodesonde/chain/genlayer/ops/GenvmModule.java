package io.github.nodesonde.chain.genlayer.ops;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module of the node's GenVM, as the node sees it. Whatever its state, the node's own status stays as it is.
 *
 * @param detail what the node says of it, without addresses
 */
public record GenvmModule(State state, Optional<String> detail) {

    /** Whether it works badly, or is about to. */
    public boolean isAiling() {
        return switch (state) {
            case SUSPECT, DEGRADED -> true;
            case HEALTHY, UNKNOWN -> false;
        };
    }

    /** The words that nodes use. */
    public enum State {
        HEALTHY,
        SUSPECT,
        DEGRADED,
        UNKNOWN;

        /** Empty for any other word. */
        static Optional<State> of(String word) {
            return Stream.of(values())
                    .filter(state -> state.label().equals(word))
                    .findFirst();
        }

        /** As nodes write it, and as the value of a label. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
