package io.github.nodesonde.health;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is made of each node of a network, by id. Immutable, if what is made is. What was made before of the very same snapshot stays, which in a
 * large fleet is most of it: to find that out takes one walk over two lists, in which nothing is looked up and nothing made.
 */
public final class PerNode<T> extends AbstractMap<NodeId, T> {

    private final List<NodeSnapshot> seen;
    private final List<T> made;
    private final Places places;

    private PerNode(List<NodeSnapshot> seen, List<T> made, Places places) {
        this.seen = seen;
        this.made = List.copyOf(made);
        this.places = places;
    }

    /** Of no node. */
    public static <T> PerNode<T> none() {
        return new PerNode<>(List.of(), List.of(), Places.of(List.of()));
    }

    /**
     * @param seen the nodes of one network, by id
     * @param before what was made at the look before, by the same {@code make}
     * @param make makes it of a snapshot and what was made of that node before. Of the same snapshot, after itself, it must
     *     make the same
     */
    @SuppressWarnings("ReferenceEquality") // The log hands out the same snapshot again where nothing is new.
    public static <T> PerNode<T> of(
            List<NodeSnapshot> seen, Map<NodeId, T> before, BiFunction<NodeSnapshot, Optional<T>, T> make) {
        PerNode<T> stood = before instanceof PerNode<T> other && other.seen.size() == seen.size() ? other : none();
        boolean sameNodes = !stood.seen.isEmpty();
        var made = new ArrayList<T>(seen.size());
        for (int i = 0; i < seen.size(); i++) {
            NodeSnapshot node = seen.get(i);
            if (i < stood.seen.size() && stood.seen.get(i) == node) {
                made.add(stood.made.get(i));
            } else if (i < stood.seen.size() && stood.seen.get(i).node() == node.node()) {
                made.add(make.apply(node, Optional.of(stood.made.get(i))));
            } else {
                sameNodes = false;
                made.add(make.apply(
                        node, Optional.ofNullable(before.get(node.node().id()))));
            }
        }
        List<NodeSnapshot> nodes = List.copyOf(seen);
        return new PerNode<>(nodes, made, sameNodes ? stood.places : Places.of(nodes));
    }

    /** Something else of each, and of the same nodes. */
    public PerNode<T> each(UnaryOperator<T> change) {
        return new PerNode<>(seen, made.stream().map(change).toList(), places);
    }

    /** In the order of the nodes. */
    public List<T> inOrder() {
        return made;
    }

    /** Whether these are the nodes that it was made of. */
    @SuppressWarnings("ReferenceEquality") // A shortcut: others may be equal, and are treated as if they were not.
    boolean isOf(List<NodeSnapshot> nodes) {
        return seen == nodes;
    }

    @Override
    public @Nullable T get(@Nullable Object key) {
        Integer place = places.byId().get(key);
        return place == null ? null : made.get(place);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return places.byId().containsKey(key);
    }

    @Override
    public int size() {
        return made.size();
    }

    @Override
    public Set<Entry<NodeId, T>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<NodeId, T>> iterator() {
                return IntStream.range(0, made.size())
                        .mapToObj(place -> Map.entry(seen.get(place).node().id(), made.get(place)))
                        .iterator();
            }

            @Override
            public int size() {
                return made.size();
            }
        };
    }

    /** Which node stands where: worked out when the first is looked for, and only once while the nodes are the same. */
    private static final class Places {

        private final List<NodeId> ids;
        private volatile @Nullable Map<NodeId, Integer> byId;

        private Places(List<NodeId> ids) {
            this.ids = ids;
        }

        static Places of(List<NodeSnapshot> nodes) {
            return new Places(nodes.stream().map(node -> node.node().id()).toList());
        }

        Map<NodeId, Integer> byId() {
            Map<NodeId, Integer> known = byId;
            if (known == null) {
                known = new HashMap<>();
                for (int i = 0; i < ids.size(); i++) {
                    known.put(ids.get(i), i);
                }
                byId = known;
            }
            return known;
        }
    }
}
