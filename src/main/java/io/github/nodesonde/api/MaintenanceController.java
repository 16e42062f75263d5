package io.github.nodesonde.api;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.maintenance.MaintenancePlan;
import io.github.nodesonde.maintenance.MaintenanceWindow;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.PrintableText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maintenance: listed, begun, ended. A change is judged before it is answered. */
@RestController
@RequestMapping(path = "/api/v1/maintenance", produces = MediaType.APPLICATION_JSON_VALUE)
final class MaintenanceController {

    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceController.class);

    private final MaintenancePlan plan;
    private final LatestJudgements judgements;
    private final WriteAccess access;
    private final Clock clock;

    MaintenanceController(MaintenancePlan plan, LatestJudgements judgements, WriteAccess access, Clock clock) {
        this.plan = plan;
        this.judgements = judgements;
        this.access = access;
        this.clock = clock;
    }

    /** Its version is its text, for windows change without the judgements. */
    @Described("Windows of maintenance that are open or to come.")
    @GetMapping
    ResponseEntity<MaintenancesJson> list(@RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        var windows = new MaintenancesJson(
                plan.windows().stream().map(MaintenanceJson::of).toList());
        return ResponseEntity.ok()
                .eTag("W/\"%08x\"".formatted(windows.hashCode()))
                .cacheControl(CacheControl.noCache())
                .body(windows);
    }

    @Described("Begins a window of maintenance, or plans one.")
    @PostMapping
    ResponseEntity<MaintenanceJson> begin(
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        access.check(authorization);
        Parameters.none(query);
        MaintenanceWindow window = new MaintenanceRequest(
                        RequestBody.read(request),
                        judgements.get(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .window();
        if (!kept(() -> plan.add(window))) {
            throw new Problem(
                    ProblemType.INVALID_BODY,
                    "Expected at most %d windows at once; end one first.".formatted(MaintenancePlan.MOST_WINDOWS));
        }
        judgements.refresh();
        return ResponseEntity.created(URI.create("/api/v1/maintenance/" + window.id()))
                .cacheControl(CacheControl.noStore())
                .body(MaintenanceJson.of(window));
    }

    @Described("Ends a window of maintenance, or drops one to come.")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        access.check(authorization);
        Parameters.none(query);
        if (!kept(() -> plan.end(id))) {
            throw new Problem(
                    ProblemType.UNKNOWN_WINDOW,
                    "Expected the id of a window that /api/v1/maintenance lists, not %s."
                            .formatted(PrintableText.quoted(id)));
        }
        judgements.refresh();
        return ResponseEntity.noContent().build();
    }

    private static boolean kept(Change change) {
        try {
            return change.make();
        } catch (IOException e) {
            LOG.error("maintenance cannot be changed, for the file of nodesonde.maintenance.file cannot be written", e);
            throw new Problem(
                    ProblemType.NOT_KEPT,
                    "Expected the file of nodesonde.maintenance.file to be writable; it is not, and nothing has changed.");
        }
    }

    private interface Change {
        boolean make() throws IOException;
    }
}
