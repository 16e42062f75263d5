package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Everything for one scrape; with {@code scope=own} what belongs to no node, with {@code network=} what belongs to that
 * network, with {@code name[]=} the families so called.
 */
final class MetricsHandler implements HandlerFunction<ServerResponse> {

    private static final String NAMES = "name[]";

    private final MetricsPages pages;
    private final LatestJudgements latest;
    private final PageAnswers answers;

    MetricsHandler(MetricsPages pages, LatestJudgements latest, PageAnswers answers) {
        this.pages = pages;
        this.latest = latest;
        this.answers = answers;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var parameters = Parameters.of(request.params(), List.of("scope", "network", NAMES));
        boolean own = parameters.oneOf("scope", Map.of("own", true)).orElse(false);
        Optional<String> network = parameters.text("network");
        network.ifPresent(name -> new JudgementLookup(latest.get()).network(name));
        var wanted = new MetricsPages.Wanted(!own, network, Set.copyOf(parameters.texts(NAMES)));
        return answers.of(request, HttpStatus.OK, () -> pages.of(wanted));
    }
}
