package io.github.nodesonde.history;

import java.util.List;

/**
 * A page of a longer list.
 *
 * @param total how long the list is
 */
public record Slice<T>(List<T> items, long total) {

    public Slice {
        items = List.copyOf(items);
    }
}
