package io.github.nodesonde.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One node in full, for a page.
 *
 * @param brief what its topics say in brief
 * @param topics the same as in {@code node}, as the API prints them
 * @param neighbours ids of the nodes of its network
 * @param series where its series alone are printed; empty while the metrics port is closed
 */
public record NodeDetail(
        NodeJson node,
        Instant asOf,
        List<String> brief,
        SequencedMap<String, JsonNode> topics,
        Set<String> neighbours,
        Optional<String> series) {}
