package io.github.nodesonde.chain.lean.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SyncedMajorityTests {

    @Property
    void agreesWithCounting(@ForAll("nodes") List<Optional<Boolean>> nodes) {
        int synced = 0;
        int behind = 0;
        for (Optional<Boolean> node : nodes) {
            if (node.isPresent()) {
                if (node.get()) {
                    synced++;
                } else {
                    behind++;
                }
            }
        }
        double half = nodes.size() / 2.0;
        Optional<Boolean> expected = synced > half
                ? Optional.of(true)
                : behind >= half && behind > 0 ? Optional.of(false) : Optional.empty();

        assertThat(SyncedMajority.of(nodes)).isEqualTo(expected);
    }

    @Property
    void orderDoesNotMatter(@ForAll("nodes") List<Optional<Boolean>> nodes) {
        assertThat(SyncedMajority.of(nodes.reversed())).isEqualTo(SyncedMajority.of(nodes));
    }

    @Example
    void halfBehindIsNotSyncedAndHalfSyncedIsUnknown() {
        assertThat(SyncedMajority.of(List.of(Optional.of(true), Optional.of(false))))
                .contains(false);
        assertThat(SyncedMajority.of(List.of(Optional.of(true), Optional.empty())))
                .isEmpty();
        assertThat(SyncedMajority.of(List.of())).isEmpty();
    }

    @Provide
    Arbitrary<List<Optional<Boolean>>> nodes() {
        return Arbitraries.of(List.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty()))
                .list()
                .ofMaxSize(12);
    }
}
