package io.github.nodesonde.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.api.BranchPicture;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BranchDrawingTests {

    private static final BranchPicture.Point COMMON = new BranchPicture.Point(90, "0x01");

    @Test
    void headsLieAsFarApartAsTheirPositions() {
        BranchDrawing drawing = BranchDrawing.of(picture(COMMON, branch(100, "a"), branch(95, "b"), branch(90, "c")));

        assertThat(drawing.said()).isEqualTo("3 branches, one up to slot 90.");
        assertThat(drawing.trunk()).isPresent();
        List<Integer> x =
                drawing.branches().stream().map(BranchDrawing.Branch::x).toList();
        assertThat(x.get(0) - x.get(1)).isEqualTo(x.get(1) - x.get(2)).isPositive();
        assertThat(drawing.branches().stream().map(BranchDrawing.Branch::y)).isSorted();
        assertThat(drawing.height()).isGreaterThan(drawing.branches().getLast().y());
    }

    @Test
    void oneBranchHasNoFork() {
        BranchDrawing drawing = BranchDrawing.of(picture(null, branch(100, "a", "b", "c", "d", "e", "f")));

        assertThat(drawing.said()).isEqualTo("All nodes that tell theirs are on one branch.");
        assertThat(drawing.trunk()).isEmpty();
        assertThat(drawing.branches().getFirst().nodes()).containsExactly("a", "b", "c", "d");
        assertThat(drawing.branches().getFirst().further()).isEqualTo(2);
    }

    @Test
    void branchesBeyondTheRoomAreCounted() {
        BranchDrawing drawing = BranchDrawing.of(picture(
                COMMON,
                IntStream.range(0, 40).mapToObj(i -> branch(100 + i, "n-" + i)).toArray(BranchPicture.Branch[]::new)));

        assertThat(drawing.branches()).hasSize(12);
        assertThat(drawing.more()).isEqualTo(28);
        assertThat(drawing.branches())
                .allSatisfy(branch -> assertThat(branch.x()).isLessThan(drawing.width()));
    }

    @Test
    void nothingKnownIsSaid() {
        assertThat(BranchDrawing.of(new BranchPicture("slot", null, List.of(), List.of("a", "b")))
                        .said())
                .isEqualTo("No branch is known yet; of a, b it cannot be told.");
    }

    private static BranchPicture picture(BranchPicture.@Nullable Point common, BranchPicture.Branch... branches) {
        return new BranchPicture("slot", common, List.of(branches), List.of());
    }

    private static BranchPicture.Branch branch(long position, String... nodes) {
        return new BranchPicture.Branch(new BranchPicture.Point(position, "0x" + position), List.of(nodes));
    }
}
