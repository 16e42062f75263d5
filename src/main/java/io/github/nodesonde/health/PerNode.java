package io.github.nodesonde.health;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is made of each node of a network, by id. Immutable. What was made before of the very same snapshot stays, which in a
 * large fleet is most of it: to find that out takes one walk over two lists, in which nothing is looked up and nothing made.
 */
public final class PerNode<T> extends AbstractMap<NodeId, T> {

    private final List<NodeSnapshot> seen;
    private final List<T> made;

    private PerNode(List<NodeSnapshot> seen, List<T> made) {
        this.seen = seen;
        this.made = List.copyOf(made);
    }

    /** Of no node. */
    public static <T> PerNode<T> none() {
        return new PerNode<>(List.of(), List.of());
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
        PerNode<T> aligned = before instanceof PerNode<T> other ? other : none();
        var made = new ArrayList<T>(seen.size());
        for (int i = 0; i < seen.size(); i++) {
            NodeSnapshot node = seen.get(i);
            made.add(
                    i < aligned.seen.size() && aligned.seen.get(i) == node
                            ? aligned.made.get(i)
                            : make.apply(
                                    node,
                                    Optional.ofNullable(before.get(node.node().id()))));
        }
        return new PerNode<>(List.copyOf(seen), made);
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
        int place = key instanceof NodeId id ? place(id) : -1;
        return place < 0 ? null : made.get(place);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof NodeId id && place(id) >= 0;
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

    private int place(NodeId id) {
        return NodeOrder.place(id, seen.size(), place -> seen.get(place).node().id());
    }
}
