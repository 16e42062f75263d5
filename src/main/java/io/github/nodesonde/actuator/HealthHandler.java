package io.github.nodesonde.actuator;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Prints the health at the path of the request, or at one that is fixed, in the media types of Spring Boot's endpoints. */
final class HealthHandler implements HandlerFunction<ServerResponse> {

    private static final List<MediaType> PRODUCED =
            List.of(MediaType.asMediaType(ApiVersion.LATEST.getProducedMimeType()), MediaType.APPLICATION_JSON);

    private final GatewayHealth health;
    private final String prefix;

    HealthHandler(GatewayHealth health) {
        this(health, "");
    }

    /** @param prefix what every path begins with, itself without slashes */
    HealthHandler(GatewayHealth health, String prefix) {
        this.health = health;
        this.prefix = prefix;
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws HttpMediaTypeNotAcceptableException {
        MediaType type = negotiated(request.headers().accept());
        GatewayHealth.Answer answer = health.at(path(request))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "There is no health component at this path; /actuator/health lists those there are."));
        return ServerResponse.status(answer.code())
                .contentType(type)
                .varyBy(HttpHeaders.ACCEPT)
                .body(answer.body());
    }

    private List<String> path(ServerRequest request) {
        String path = request.pathVariables().getOrDefault("path", "");
        return Stream.concat(Stream.of(prefix), Stream.of(path.split("/")))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static MediaType negotiated(List<MediaType> accepted) throws HttpMediaTypeNotAcceptableException {
        if (accepted.isEmpty()) {
            return PRODUCED.getFirst();
        }
        var preferred = new ArrayList<>(accepted);
        MimeTypeUtils.sortBySpecificity(preferred);
        return preferred.stream()
                .flatMap(wanted -> PRODUCED.stream().filter(wanted::includes))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(PRODUCED));
    }
}
