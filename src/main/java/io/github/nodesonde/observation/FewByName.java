package io.github.nodesonde.observation;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of a few names, in a given order; a name is looked for among all. For what is kept of every node: it
 * takes 48 bytes of one entry, where a linked map behind an unmodifiable one took 260 with the views of it.
 *
 * @param <V> what a name stands for
 */
final class FewByName<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {

    private static final int STEP = 2;

    /** Each name before its value. */
    private final Object[] entries;

    private FewByName(Object[] entries) {
        this.entries = entries;
    }

    /** The same entries in the same order; the very map when it is such a one. */
    static <V> SequencedMap<String, V> copyOf(SequencedMap<String, V> map) {
        if (map instanceof FewByName) {
            return map;
        }
        var entries = new Object[map.size() * STEP];
        int at = 0;
        for (Map.Entry<String, V> entry : map.entrySet()) {
            entries[at] = entry.getKey();
            entries[at + 1] = entry.getValue();
            at += STEP;
        }
        return new FewByName<>(entries);
    }

    @Override
    public int size() {
        return entries.length / STEP;
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        for (int at = 0; at < entries.length; at += STEP) {
            if (entries[at].equals(name)) {
                return value(at);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public SequencedMap<String, V> reversed() {
        var turned = new Object[entries.length];
        for (int at = 0; at < entries.length; at += STEP) {
            System.arraycopy(entries, at, turned, entries.length - STEP - at, STEP);
        }
        return new FewByName<>(turned);
    }

    // The superclass would keep the views of names and values that it has made.

    @Override
    public Set<String> keySet() {
        return new Column<>(this::name);
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {

            @Override
            public Iterator<V> iterator() {
                return new Steps<>(FewByName.this::value);
            }

            @Override
            public int size() {
                return FewByName.this.size();
            }
        };
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new Column<>(at -> Map.entry(name(at), value(at)));
    }

    private String name(int at) {
        return (String) entries[at];
    }

    @SuppressWarnings("unchecked") // Made from such a map.
    private V value(int at) {
        return (V) entries[at + 1];
    }

    private final class Column<T> extends AbstractSet<T> {

        private final IntFunction<T> cell;

        Column(IntFunction<T> cell) {
            this.cell = cell;
        }

        @Override
        public Iterator<T> iterator() {
            return new Steps<>(cell);
        }

        @Override
        public int size() {
            return FewByName.this.size();
        }
    }

    private final class Steps<T> implements Iterator<T> {

        private final IntFunction<T> cell;
        private int next;

        Steps(IntFunction<T> cell) {
            this.cell = cell;
        }

        @Override
        public boolean hasNext() {
            return next < entries.length;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T cellHere = cell.apply(next);
            next += STEP;
            return cellHere;
        }
    }
}
