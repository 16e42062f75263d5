package io.github.nodesonde.chain.genlayer.cli;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Plain data as JavaScript writes it. */
sealed interface Literal {

    record Text(String value) implements Literal {}

    record Numeral(BigDecimal value) implements Literal {}

    record Truth(boolean value) implements Literal {}

    /** Null or undefined. */
    record Nothing() implements Literal {}

    /** @param leftOut how many more there are that were not printed */
    record Sequence(List<Literal> items, long leftOut) implements Literal {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Fields by name, in the order in which they are written. */
    record Structure(SequencedMap<String, Literal> fields) implements Literal {
        public Structure {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        /** @throws UnreadableOutput when there is no such field, or it is no text */
        String text(String name) throws UnreadableOutput {
            return field(name, Text.class).value();
        }

        /** @throws UnreadableOutput when there is no such field, or it is neither true nor false */
        boolean truth(String name) throws UnreadableOutput {
            return field(name, Truth.class).value();
        }

        <T extends Literal> T field(String name, Class<T> type) throws UnreadableOutput {
            Literal found = fields.get(name);
            if (!type.isInstance(found)) {
                throw new UnreadableOutput("the tool's output has no field " + name + " as it should be");
            }
            return type.cast(found);
        }
    }
}
