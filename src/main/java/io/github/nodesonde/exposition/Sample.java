package io.github.nodesonde.exposition;

/**
 * One line of a page: the sample's full name (with {@code _bucket}, {@code _sum}, {@code _count} or {@code _total} where
 * its family has such), its labels and its value. Timestamps and exemplars are not kept.
 */
public record Sample(String name, Labels labels, double value) {}
