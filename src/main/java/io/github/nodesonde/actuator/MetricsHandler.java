package io.github.nodesonde.actuator;

import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.request.Parameters;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Everything for one scrape, or with {@code scope=own} what belongs to no node. */
final class MetricsHandler implements HandlerFunction<ServerResponse> {

    private final MetricsPages pages;
    private final PageAnswers answers;

    MetricsHandler(MetricsPages pages, PageAnswers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        boolean own = Parameters.of(request.params(), List.of("scope"))
                .oneOf("scope", Map.of("own", true))
                .orElse(false);
        return answers.of(request, HttpStatus.OK, own ? pages::own : pages::whole);
    }
}
