package io.github.nodesonde.inventory;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The keys and values of one mapping of the inventory file, each with its place. Every reader names the keys it knows by
 * asking for them; a key that nobody asked for is a problem in the end, told with the nearest name that somebody did ask
 * for. A value that does not fit is a problem too and reads as absent. Not thread-safe; used while a file is read.
 */
public interface Fields {

    Optional<String> text(String key);

    /** As {@link #text}, and a problem when absent. */
    Optional<String> requiredText(String key);

    Optional<Boolean> flag(String key);

    /** A whole number within the bounds, both included. */
    Optional<Long> integer(String key, long least, long most);

    /** A number within the bounds, both included; exactly as it is written. */
    Optional<BigDecimal> number(String key, double least, double most);

    /** A positive duration with its unit, such as {@code 500ms}, {@code 15s}, {@code 2m}, {@code 6h} or {@code 14d}. */
    Optional<Duration> duration(String key);

    /** As {@link #duration(String)}, within the bounds, both included. */
    default Optional<Duration> duration(String key, Duration least, Duration most) {
        Optional<Duration> read = duration(key);
        if (read.filter(value -> value.compareTo(least) < 0 || value.compareTo(most) > 0)
                .isPresent()) {
            String bounds = "from " + DurationText.of(least) + " to " + DurationText.of(most);
            problem(key, "a duration " + bounds, "write one " + bounds);
            return Optional.empty();
        }
        return read;
    }

    /** One of the given names. */
    <T> Optional<T> oneOf(String key, Map<String, T> choices);

    /** One text or a list of them, a hundred at most; an absent key is an empty list. */
    List<String> texts(String key);

    /** A mapping of texts, a hundred at most; an absent key is an empty map. */
    SortedMap<String, String> textMap(String key);

    /**
     * An http or https URL without credentials, query or fragment, to which paths are appended; a trailing slash is
     * dropped. A problem with it never quotes it.
     */
    Optional<URI> baseUrl(String key);

    /** One such URL or a list of them, a hundred at most; an absent key is an empty list. */
    List<URI> baseUrls(String key);

    /** The path of a file that can be read now, resolved against the folder of the inventory. */
    Optional<Path> file(String key);

    /** The mapping under a key; one without any keys when absent, so that its keys are known all the same. */
    Fields nested(String key);

    boolean has(String key);

    /**
     * Tells a problem that only the caller can see.
     *
     * @param key the key whose value is wrong; when it is absent, the problem is placed at the mapping
     * @param expected what would have been right, as a noun phrase
     * @param remedy what to do, as an imperative phrase: lower case, no full stop
     */
    void problem(String key, String expected, String remedy);

    /** Tells that a key should not stand here, whatever its value, which is not quoted. Arguments as for a problem. */
    void misnamed(String key, String expected, String remedy);
}
