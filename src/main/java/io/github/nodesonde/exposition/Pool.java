package io.github.nodesonde.exposition;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Gives one instance for all equal ones, as long as somebody holds it. Thread-safe.
 *
 * <p>For values of which nodes of one version have the same: ten thousand pages then cost their values. A node that sends
 * ever new ones fills nothing: what its page no longer holds goes with the next collection.
 */
final class Pool<T> {

    private final Map<T, WeakReference<T>> held = new WeakHashMap<>();

    synchronized T shared(T candidate) {
        WeakReference<T> known = held.get(candidate);
        T instance = known == null ? null : known.get();
        if (instance == null) {
            held.put(candidate, new WeakReference<>(candidate));
            return candidate;
        }
        return instance;
    }
}
