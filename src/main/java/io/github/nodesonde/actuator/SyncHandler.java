package io.github.nodesonde.actuator;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.SyncHealth;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Whether the fleet, one network or one node is synced: 200 or 503, never a probe of the gateway itself. */
final class SyncHandler implements HandlerFunction<ServerResponse> {

    static final String PATH = "/health";

    private final LatestJudgements latest;

    SyncHandler(LatestJudgements latest) {
        this.latest = latest;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var parameters = Parameters.of(request.params(), List.of("network", "node"));
        SyncHealth health =
                answer(new JudgementLookup(latest.get()), parameters.text("network"), parameters.text("node"));
        return ServerResponse.status(health.httpStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Body.of(health));
    }

    private static SyncHealth answer(JudgementLookup lookup, Optional<String> network, Optional<String> node) {
        if (network.isPresent() && node.isPresent()) {
            throw new Problem(
                    ProblemType.INVALID_PARAMETER, "'network' and 'node' exclude each other: a node has one network.");
        }
        Judgements all = lookup.all();
        return node.map(id -> SyncHealth.of(lookup.node(id)))
                .or(() -> network.map(name -> SyncHealth.of(lookup.network(name), all)))
                .orElseGet(() -> SyncHealth.of(all));
    }

    /** The answer as it is printed: every field always, null for what is unknown. */
    record Body(
            String status, @Nullable Long slot, @Nullable Boolean synced) {

        static Body of(SyncHealth health) {
            return new Body(
                    health.status().label(),
                    health.slot().orElse(null),
                    health.synced().orElse(null));
        }
    }
}
