package io.github.nodesonde.api;

import io.github.nodesonde.health.LatestJudgements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changes, as it changes: server-sent events. */
@RestController
final class EventController {

    private final LatestJudgements judgements;
    private final EventLog log;
    private final OpenStreams streams;

    EventController(LatestJudgements judgements, EventLog log, OpenStreams streams) {
        this.judgements = judgements;
        this.log = log;
        this.streams = streams;
    }

    /** Keeps the thread of the request, a virtual one, until the stream ends. */
    @Described(
            value = "What changes, as it changes: server-sent events.",
            parameters = {"network", "node"})
    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = EventFilter.read(query, judgements.get());
        try (var _ = streams.take()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!HttpMethod.HEAD.matches(request.getMethod())
                    && new EventStream(log, filter, response.getOutputStream())
                            .run(Optional.ofNullable(lastSeen).filter(id -> !id.isBlank()))) {
                streams.countDropped();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
