package io.github.nodesonde.exposition;

import java.util.List;
import java.util.Map;

/**
 * One family of a merged page. Holds no series: where those stand is told once for all pages of one layout.
 *
 * @param own in our pages, by their layout
 * @param others in the pages of others, by theirs
 * @param overlapping whether two pages may have the same series here, of which the second is then left out
 */
record MergedFamily(
        String name,
        Family.Type type,
        String help,
        Map<Layout, List<Source>> own,
        Map<Layout, List<Source>> others,
        boolean overlapping) {

    /** Every sample name that it may print. */
    List<String> sampleNames() {
        return type.suffixes().stream().map(suffix -> name + suffix).toList();
    }
}
