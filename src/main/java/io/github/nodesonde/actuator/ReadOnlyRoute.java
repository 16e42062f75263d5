package io.github.nodesonde.actuator;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A path that answers GET and HEAD alike and refuses every other method; the server drops the body of HEAD. */
final class ReadOnlyRoute {

    private ReadOnlyRoute() {}

    static RouterFunction<ServerResponse> of(String path, HandlerFunction<ServerResponse> handler) {
        var here = RequestPredicates.path(path);
        return RouterFunctions.route(here.and(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)), handler)
                .andRoute(here, request -> {
                    throw new HttpRequestMethodNotSupportedException(
                            request.method().name(), List.of("GET", "HEAD"));
                });
    }
}
