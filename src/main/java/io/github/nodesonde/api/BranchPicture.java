package io.github.nodesonde.api;

import io.github.nodesonde.health.Branches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Branches that nodes are on, for a page to draw.
 *
 * @param unit what positions count, singular
 * @param common where they part; null while there is one branch, or it is unknown
 * @param branches the one with the most nodes first
 * @param apart ids of nodes of which nobody can tell the branch
 */
public record BranchPicture(String unit, @Nullable Point common, List<Branch> branches, List<String> apart) {

    /** A place in the tree, by its position and its own id. */
    public record Point(long position, String id) {

        static Point of(Branches.Point point) {
            return new Point(point.position(), point.id());
        }
    }

    /** @param nodes ids, sorted */
    public record Branch(Point head, List<String> nodes) {}

    static BranchPicture of(Branches branches) {
        return new BranchPicture(
                branches.unit(),
                branches.common().map(Point::of).orElse(null),
                branches.branches().stream()
                        .map(branch -> new Branch(Point.of(branch.head()), branch.nodes()))
                        .toList(),
                branches.apart());
    }
}
