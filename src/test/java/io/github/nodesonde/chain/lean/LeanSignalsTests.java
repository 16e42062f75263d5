package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoiceSignals;
import io.github.nodesonde.observation.Signal;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeanSignalsTests {

    private final List<Signal> signals = new LeanSignals().signals();

    @Test
    void everySignalIsNamedOnce() throws IllegalAccessException {
        var constants = new ArrayList<>(ForkChoiceSignals.ALL);
        for (Class<?> source : List.of(NodeSignals.class, LeanSignals.class)) {
            for (Field field : source.getDeclaredFields()) {
                if (field.getType() == Signal.class) {
                    constants.add((Signal) field.get(null));
                }
            }
        }

        assertThat(signals).containsExactlyInAnyOrderElementsOf(constants);
        assertThat(signals.stream().map(Signal::name)).doesNotHaveDuplicates();
    }

    @Test
    void seriesOfTheSeedHaveItsNamesAndTypes() {
        assertThat(of(Signal.Kind.COUNTER))
                .containsExactlyInAnyOrder(
                        "leanspec_blocks_imported_total",
                        "leanspec_attestations_processed_total",
                        "nodesonde_node_head_regressions_total");
        assertThat(of(Signal.Kind.GAUGE))
                .contains(
                        "leanspec_slot_current",
                        "leanspec_epoch_current",
                        "leanspec_peers_connected",
                        "leanspec_sync_distance",
                        "leanspec_process_start_time_seconds");
    }

    private Stream<String> of(Signal.Kind kind) {
        return signals.stream().filter(signal -> signal.kind() == kind).map(Signal::name);
    }
}
