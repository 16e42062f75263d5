package io.github.nodesonde.web;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

/** One topic of a kind, under its name. */
record Topic(String id, String title, Shown.Fields told) {

    /** Those that are objects, in their order. */
    static List<Topic> of(SequencedMap<String, JsonNode> topics, TopicReader reader) {
        return topics.entrySet().stream()
                .filter(entry -> entry.getValue().isObject())
                .map(entry -> new Topic(
                        entry.getKey(),
                        StringUtils.capitalize(FieldName.of(entry.getKey()).label()),
                        reader.fields(entry.getValue())))
                .toList();
    }

    /** Those that are no objects. */
    static List<Shown.Labelled> facts(SequencedMap<String, JsonNode> topics, TopicReader reader) {
        return topics.entrySet().stream()
                .filter(entry -> !entry.getValue().isObject())
                .map((Map.Entry<String, JsonNode> entry) -> reader.read(entry.getKey(), entry.getValue()))
                .toList();
    }
}
