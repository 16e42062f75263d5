package io.github.nodesonde.actuator;

import io.github.nodesonde.metrics.MetricsPages;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Everything for one scrape, or with {@code scope=own} what belongs to no node. */
final class MetricsHandler implements HandlerFunction<ServerResponse> {

    private final MetricsPages pages;

    MetricsHandler(MetricsPages pages) {
        this.pages = pages;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        boolean own = Query.of(request, "scope").has("scope", "own");
        return PageResponse.of(request, HttpStatus.OK, own ? pages.own() : pages.whole());
    }
}
