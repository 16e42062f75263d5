package io.github.nodesonde.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.nodesonde.health.NodeJudgement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One node in full: its summary, what only its kind tells, its probes and its readings, as one object. */
public record NodeJson(
        @JsonUnwrapped NodeSummaryJson summary,
        @JsonAnyGetter Map<String, Object> topics,
        List<ProbeJson> probes,
        List<ReadingJson> readings) {

    /** @param now as of when the judgements are */
    static NodeJson of(NodeJudgement judged, Instant now) {
        return new NodeJson(
                NodeSummaryJson.of(judged, now),
                judged.view().topics(),
                judged.seen().probes().values().stream().map(ProbeJson::of).toList(),
                ReadingJson.of(judged));
    }
}
