package io.github.nodesonde.actuator;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A path that answers some methods and refuses every other. */
final class Route {

    private Route() {}

    /** Answers GET and HEAD alike; the server drops the body of HEAD. */
    static RouterFunction<ServerResponse> toRead(String path, HandlerFunction<ServerResponse> handler) {
        return of(path, handler, HttpMethod.GET, HttpMethod.HEAD);
    }

    /** Answers POST: what is done here is not done by following a link. */
    static RouterFunction<ServerResponse> toDo(String path, HandlerFunction<ServerResponse> handler) {
        return of(path, handler, HttpMethod.POST);
    }

    private static RouterFunction<ServerResponse> of(
            String path, HandlerFunction<ServerResponse> handler, HttpMethod... methods) {
        var here = RequestPredicates.path(path);
        List<String> allowed = Arrays.stream(methods).map(HttpMethod::name).toList();
        return RouterFunctions.route(here.and(RequestPredicates.methods(methods)), handler)
                .andRoute(here, request -> {
                    throw new HttpRequestMethodNotSupportedException(
                            request.method().name(), allowed);
                });
    }
}
