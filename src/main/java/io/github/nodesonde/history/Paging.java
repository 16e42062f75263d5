package io.github.nodesonde.history;

/**
 * Which page of a list is wanted.
 *
 * @param page counted from 0
 * @param size how many items a page has
 */
public record Paging(int page, int size) {

    long offset() {
        return (long) page * size;
    }
}
