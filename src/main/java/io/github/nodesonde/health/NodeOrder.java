package io.github.nodesonde.health;

import io.github.nodesonde.node.NodeId;
import java.util.function.IntFunction;

/** Finds nodes in whatever is ordered by their ids. */
final class NodeOrder {

    private NodeOrder() {}

    /** Where it stands; where it would, that is -(place) - 1, as {@link java.util.Arrays#binarySearch} tells it. */
    static int place(NodeId wanted, int size, IntFunction<NodeId> idAt) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = idAt.apply(middle).compareTo(wanted);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
