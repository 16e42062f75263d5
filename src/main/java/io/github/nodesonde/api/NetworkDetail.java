package io.github.nodesonde.api;

import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * One network in full, for a page.
 *
 * @param section the network and all of its nodes
 * @param topics as the API prints them
 * @param pictures branches that topics can be drawn as
 */
public record NetworkDetail(
        Overview.Section section, SequencedMap<String, JsonNode> topics, List<BranchPicture> pictures) {}
