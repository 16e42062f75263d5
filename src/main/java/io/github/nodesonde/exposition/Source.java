package io.github.nodesonde.exposition;

/**
 * Where series of a merged family come from: a family of some page, or those of its series whose names end in one suffix.
 *
 * @param suffix {@link #ALL}, or which of the type's
 * @param prefix put before each name; empty but for own families that gave way
 */
record Source(Members members, int suffix, String prefix) {

    static final int ALL = -1;

    boolean takes(int index) {
        return suffix == ALL || members.suffixes()[index] == suffix;
    }
}
