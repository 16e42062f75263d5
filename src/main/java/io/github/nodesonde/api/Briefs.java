package io.github.nodesonde.api;

import io.github.nodesonde.health.InBrief;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What topics say in brief. */
final class Briefs {

    private Briefs() {}

    static List<String> of(Collection<?> topics) {
        return topics.stream()
                .map(topic -> topic instanceof Optional<?> optional ? optional.orElse(null) : topic)
                .flatMap(topic -> topic instanceof InBrief brief ? brief.inBrief().stream() : Stream.empty())
                .toList();
    }
}
