package io.github.nodesonde.chain.lean.forkchoice;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.nodesonde.node.NodeId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What most nodes say, and who says otherwise; on a tie nothing is agreed on, and everybody says otherwise.
 *
 * @param value what more nodes say than say anything else; empty on a tie, or when nobody says anything
 */
record Agreement<T>(Optional<T> value, SortedSet<NodeId> dissenters) {

    static <T> Agreement<T> of(Map<NodeId, T> said) {
        Map<T, Long> counts = said.values().stream().collect(groupingBy(Function.identity(), counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Set<T> favourites = new HashSet<>();
        counts.forEach((value, count) -> {
            if (count == most) {
                favourites.add(value);
            }
        });
        Optional<T> value = favourites.size() == 1 ? favourites.stream().findFirst() : Optional.empty();
        var dissenters = new TreeSet<NodeId>();
        said.forEach((node, own) -> {
            if (!value.equals(Optional.of(own))) {
                dissenters.add(node);
            }
        });
        return new Agreement<>(value, dissenters);
    }
}
