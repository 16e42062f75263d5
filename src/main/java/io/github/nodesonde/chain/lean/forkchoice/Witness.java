package io.github.nodesonde.chain.lean.forkchoice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * Nodes that tell the same. Networks are judged by witnesses, so a thousand nodes that agree cost as much as one.
 *
 * @param nodes at least one, by id
 */
record Witness(ForkChoice told, List<ToldTree> nodes) {

    Witness {
        nodes = List.copyOf(nodes);
    }

    /** In the order in which the first node of each stands. */
    static List<Witness> of(List<ToldTree> trees) {
        return trees.stream()
                .collect(groupingBy(ToldTree::forkChoice, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> new Witness(entry.getKey(), entry.getValue()))
                .toList();
    }

    Chain chain() {
        return told.chain();
    }

    Block head() {
        return told.chain().head();
    }
}
