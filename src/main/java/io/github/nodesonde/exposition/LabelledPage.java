package io.github.nodesonde.exposition;

import java.util.Map;

/**
 * A page and the labels that tell its series from those of other pages; they are put to each series as it is written. A label
 * of the same name that a series has itself is kept as {@code exported_} + name, see {@link Labels#with}.
 */
public record LabelledPage(Page page, TargetLabels labels) {

    /** A page whose series say themselves whose they are. */
    public LabelledPage(Page page) {
        this(page, TargetLabels.NONE);
    }

    public LabelledPage(Page page, Map<String, String> labels) {
        this(page, TargetLabels.of(labels));
    }
}
