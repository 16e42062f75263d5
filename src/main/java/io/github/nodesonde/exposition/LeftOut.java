package io.github.nodesonde.exposition;

/** Why something that a page printed is not in what was read of it. */
public enum LeftOut {
    /** A line that is no sample, no HELP and no TYPE, or no UTF-8. */
    UNREADABLE,
    /** A line beyond {@link PageReader#MAX_LINE} bytes. */
    LINE_TOO_LONG,
    /** A sample with more than {@link PageReader#MAX_LABELS} labels. */
    TOO_MANY_LABELS,
    /** A sample after the first {@link PageReader#MAX_SERIES}. */
    TOO_MANY_SERIES,
    /** A series that the page has already given. */
    DUPLICATE,
    /** A sample that is no member of the family whose name it bears: a bucket without bound for example. */
    MISFIT,
    /** A TYPE that contradicts one before it. */
    CONTRADICTION,
    /** When a counter, histogram or summary of OpenMetrics began: no series of its own there. */
    CREATION_TIME
}
