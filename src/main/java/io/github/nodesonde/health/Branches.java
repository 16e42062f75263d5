package io.github.nodesonde.health;

import java.util.List;
import java.util.Optional;

/**
 * Branches that nodes are on, and where these part.
 *
 * @param unit what positions count, singular
 * @param common the newest point that all branches share; empty while there is one branch, or it is unknown
 * @param branches the one with the most nodes first
 * @param apart ids of nodes of which nobody can tell the branch, sorted
 */
public record Branches(String unit, Optional<Point> common, List<Branch> branches, List<String> apart) {

    public Branches {
        branches = List.copyOf(branches);
        apart = List.copyOf(apart);
    }

    /** A place in the tree, by its position and its own id. */
    public record Point(long position, String id) {}

    /** @param nodes ids, sorted */
    public record Branch(Point head, List<String> nodes) {

        public Branch {
            nodes = List.copyOf(nodes);
        }
    }
}
