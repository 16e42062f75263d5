package io.github.nodesonde.history;

import java.time.Instant;
import java.util.List;

/**
 * What is written in one transaction, all of one stretch.
 *
 * @param numbered in order, numbered without gaps; may be empty
 * @param seenUntil up to when all is recorded once this is written
 */
record Batch(Stretch stretch, List<Numbered> numbered, Instant seenUntil) {

    /** An entry and its place within its stretch, counted from 1. */
    record Numbered(long number, Entry entry) {}
}
