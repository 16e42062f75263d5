package io.github.nodesonde.probe;

import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.transport.Question;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The addresses to which no connection could be made in one round, and how it failed. Not thread-safe. */
final class DeadAddresses {

    private final Map<Address, ProbeResult.Failed> failures = new HashMap<>();

    /** No connection could be made for this question. Of one that leads to several addresses it is not known to which. */
    void add(Question question, ProbeResult.Failed failure) {
        Set<Address> addresses = Address.of(question);
        if (addresses.size() == 1) {
            failures.put(addresses.iterator().next(), failure);
        }
    }

    /** How the question would fail, when all its addresses are dead. */
    Optional<ProbeResult.Failed> failureOf(Question question) {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        Set<Address> addresses = Address.of(question);
        return failures.keySet().containsAll(addresses)
                ? Optional.ofNullable(failures.get(addresses.iterator().next()))
                : Optional.empty();
    }
}
