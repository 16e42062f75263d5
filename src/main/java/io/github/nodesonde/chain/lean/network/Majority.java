package io.github.nodesonde.chain.lean.network;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What most of those say who should all say the same. */
final class Majority {

    private Majority() {}

    /** What more say than say anything else; empty when nobody says anything, and on a tie. */
    static <T> Optional<T> of(Collection<T> said) {
        Map<T, Long> votes = said.stream().collect(groupingBy(value -> value, counting()));
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<T> leading = votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return leading.size() == 1 ? Optional.of(leading.getFirst()) : Optional.empty();
    }
}
