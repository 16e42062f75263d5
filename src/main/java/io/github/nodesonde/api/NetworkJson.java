package io.github.nodesonde.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One network in full, and what only its kind tells of it, as one object. */
public record NetworkJson(
        String name,
        String type,
        Instant asOf,
        String verdict,
        CountsJson nodes,
        @Nullable ProgressJson progress,
        List<FindingJson> findings,
        List<VersionJson> versions,
        @JsonAnyGetter Map<String, Record> topics) {

    static NetworkJson of(NetworkJudgement judged, Instant asOf) {
        return new NetworkJson(
                judged.network().name(),
                judged.network().type(),
                asOf,
                judged.verdict().label(),
                CountsJson.of(judged.nodes()),
                ProgressJson.of(judged.view().progress()),
                FindingJson.of(judged.findings()),
                judged.versions().stream().map(VersionJson::of).toList(),
                judged.view().topics());
    }

    /** One software in one version, and the nodes that run it. */
    public record VersionJson(
            @Nullable String name, @Nullable String version, List<String> nodes) {

        static VersionJson of(NetworkJudgement.Version version) {
            return new VersionJson(
                    version.name().orElse(null),
                    version.version().orElse(null),
                    version.nodes().stream().map(NodeId::value).toList());
        }
    }
}
