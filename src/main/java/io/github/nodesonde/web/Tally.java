package io.github.nodesonde.web;

import io.github.nodesonde.api.CountsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many nodes have one verdict, and the link that shows these alone.
 *
 * @param before how many nodes have a worse one: where its share of the bar begins
 * @param chosen whether these are shown alone already; the link then shows all again
 */
record Tally(String verdict, int count, int before, boolean chosen, String href) {

    private static final String VERDICT = "verdict";

    static List<Tally> of(CountsJson nodes, FilterQuery query) {
        var tallies = new ArrayList<Tally>();
        int before = 0;
        for (Map.Entry<String, Integer> entry : Phrases.byVerdict(nodes).entrySet()) {
            boolean chosen = query.value(VERDICT).equals(entry.getKey());
            FilterQuery linked = chosen ? query.without(VERDICT) : query.with(VERDICT, entry.getKey());
            tallies.add(new Tally(entry.getKey(), entry.getValue(), before, chosen, linked.href()));
            before += entry.getValue();
        }
        return tallies;
    }
}
