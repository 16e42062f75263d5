package io.github.nodesonde.chain.genlayer.ops;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a node says of its own health. Texts are bounded and printable.
 *
 * @param up its own summary; down is normal while it syncs
 * @param nodeVersion empty when untold or unset, as are the other versions
 * @param checks by name, in the node's order; one whose status is untold is not among them
 * @param modules of its GenVM, likewise; none of an older node
 */
public record HealthReport(
        boolean up,
        Optional<String> nodeVersion,
        Optional<String> genvmVersion,
        Optional<String> protocolVersion,
        SequencedMap<String, Check> checks,
        SequencedMap<String, GenvmModule> modules) {

    /** The check of the validation loop, which only a validator has. */
    public static final String VALIDATING = "validating";

    public HealthReport {
        checks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(checks));
        modules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(modules));
    }

    /** The first of the named checks that the node made. */
    public Optional<Check> check(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(checks.get(name)))
                .findFirst();
    }

    /** Names of the checks that are down, in the node's order. */
    public List<String> down() {
        return checks.entrySet().stream()
                .filter(entry -> !entry.getValue().up())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * One check.
     *
     * @param error what the node says is wrong, without addresses
     */
    public record Check(boolean up, Optional<String> error) {

        private static final Pattern SYNCING = Pattern.compile("(?i)not synced|syncing");

        /** Whether it is down and says that this is because the node still syncs. */
        public boolean isSyncing() {
            return !up && error.filter(text -> SYNCING.matcher(text).find()).isPresent();
        }
    }
}
