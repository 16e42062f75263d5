package io.github.nodesonde.health;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.node.NodeId;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a fleet, judged, by id. Immutable. Those of the next judging take over the order and which node belongs to
 * which network: of 10,000 nodes that is one copy of an array, where a tree of them took as long to build as judging them.
 */
@SuppressWarnings(
        "JdkObsolete") // Judgements are a SortedMap of nodes; what a NavigableMap can do beyond it, nobody asks for.
final class JudgedNodes extends AbstractMap<NodeId, NodeJudgement> implements SortedMap<NodeId, NodeJudgement> {

    private final NodeJudgement[] byId;
    private final Places places;

    private JudgedNodes(NodeJudgement[] byId, Places places) {
        this.byId = byId;
        this.places = places;
    }

    static JudgedNodes of(Collection<NodeJudgement> nodes) {
        NodeJudgement[] byId = nodes.toArray(NodeJudgement[]::new);
        Arrays.sort(byId, comparing(JudgedNodes::id));
        return new JudgedNodes(byId, Places.of(byId));
    }

    static JudgedNodes copyOf(SortedMap<NodeId, NodeJudgement> nodes) {
        return nodes instanceof JudgedNodes judged ? judged : of(nodes.values());
    }

    /** Those of a network, by id; none where it has none or is not known. */
    List<NodeJudgement> of(String network) {
        return new Part(byId, places.of(network));
    }

    /** @param judged all nodes of the next judging, by network, those of each by id */
    JudgedNodes next(Map<String, List<NodeJudgement>> judged) {
        NodeJudgement[] next = byId.clone();
        int count = 0;
        for (var network : judged.entrySet()) {
            List<NodeJudgement> nodes = network.getValue();
            int[] where = places.of(network.getKey());
            if (where.length != nodes.size() || !replace(next, where, nodes)) {
                return of(judged.values().stream().flatMap(List::stream).toList());
            }
            count += where.length;
        }
        return count == byId.length
                ? new JudgedNodes(next, places)
                : of(judged.values().stream().flatMap(List::stream).toList());
    }

    /** Whether all are of the nodes in whose places they are put. */
    @SuppressWarnings("ReferenceEquality") // Most are the very same, and need not be looked into.
    private static boolean replace(NodeJudgement[] nodes, int[] where, List<NodeJudgement> by) {
        for (int i = 0; i < where.length; i++) {
            NodeJudgement node = by.get(i);
            NodeJudgement stood = nodes[where[i]];
            if (node != stood) {
                if (!id(node).equals(id(stood))) {
                    return false;
                }
                nodes[where[i]] = node;
            }
        }
        return true;
    }

    /** Those that are not the very same as then, or were not there. Their order is kept. */
    @SuppressWarnings("ReferenceEquality") // Comparing what two judgements hold would cost as much as judging.
    List<NodeJudgement> renewedSince(JudgedNodes before) {
        var renewed = new ArrayList<NodeJudgement>();
        for (int i = 0; i < byId.length; i++) {
            // In the same places, for looking up each of ten thousand nodes took milliseconds.
            NodeJudgement then = places == before.places ? before.byId[i] : before.get(id(byId[i]));
            if (then != byId[i]) {
                renewed.add(byId[i]);
            }
        }
        return renewed;
    }

    @Override
    public @Nullable NodeJudgement get(@Nullable Object key) {
        Integer place = places.byId.get(key);
        return place == null ? null : byId[place];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return places.byId.containsKey(key);
    }

    @Override
    public int size() {
        return byId.length;
    }

    @Override
    public List<NodeJudgement> values() {
        return Collections.unmodifiableList(Arrays.asList(byId));
    }

    @Override
    public Set<Entry<NodeId, NodeJudgement>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<NodeId, NodeJudgement>> iterator() {
                return Arrays.stream(byId)
                        .map(node -> Map.entry(id(node), node))
                        .iterator();
            }

            @Override
            public int size() {
                return byId.length;
            }
        };
    }

    @Override
    public @Nullable Comparator<? super NodeId> comparator() {
        return null;
    }

    @Override
    public NodeId firstKey() {
        return id(byId[existing(0)]);
    }

    @Override
    public NodeId lastKey() {
        return id(byId[existing(byId.length - 1)]);
    }

    @Override
    public SortedMap<NodeId, NodeJudgement> subMap(NodeId from, NodeId to) {
        return range(from(from), from(to));
    }

    @Override
    public SortedMap<NodeId, NodeJudgement> headMap(NodeId to) {
        return range(0, from(to));
    }

    @Override
    public SortedMap<NodeId, NodeJudgement> tailMap(NodeId from) {
        return range(from(from), byId.length);
    }

    private JudgedNodes range(int from, int to) {
        return of(Arrays.asList(byId).subList(from, to));
    }

    /** The place of the first that is not before that id. */
    private int from(NodeId id) {
        int place = Collections.binarySearch(List.copyOf(keySet()), id);
        return place < 0 ? -place - 1 : place;
    }

    private int existing(int place) {
        if (byId.length == 0) {
            throw new NoSuchElementException("there is no node");
        }
        return place;
    }

    private static NodeId id(NodeJudgement node) {
        return node.seen().node().id();
    }

    private static String network(NodeJudgement node) {
        return node.seen().node().network();
    }

    /**
     * Which node stands where; the same while the fleet is.
     *
     * @param ofNetworks where the nodes of each network stand among all, by id
     */
    private record Places(Map<NodeId, Integer> byId, Map<String, int[]> ofNetworks) {

        static Places of(NodeJudgement[] nodes) {
            var byId = new HashMap<NodeId, Integer>();
            var ofNetworks = new HashMap<String, IntStream.Builder>();
            for (int i = 0; i < nodes.length; i++) {
                byId.put(id(nodes[i]), i);
                ofNetworks
                        .computeIfAbsent(network(nodes[i]), _ -> IntStream.builder())
                        .add(i);
            }
            return new Places(
                    byId,
                    ofNetworks.entrySet().stream()
                            .collect(toMap(
                                    Entry::getKey,
                                    places -> places.getValue().build().toArray())));
        }

        int[] of(String network) {
            return ofNetworks.getOrDefault(network, new int[0]);
        }
    }

    /** Some of them, in order. */
    private static final class Part extends AbstractList<NodeJudgement> implements RandomAccess {

        private final NodeJudgement[] all;
        private final int[] places;

        Part(NodeJudgement[] all, int[] places) {
            this.all = all;
            this.places = places;
        }

        @Override
        public NodeJudgement get(int index) {
            return all[places[index]];
        }

        @Override
        public int size() {
            return places.length;
        }
    }
}
