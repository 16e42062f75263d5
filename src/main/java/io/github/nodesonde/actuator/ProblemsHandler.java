package io.github.nodesonde.actuator;

import io.github.nodesonde.request.ProblemType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** Where the type of a problem leads on this port: what it means and what to do. */
final class ProblemsHandler implements HandlerFunction<ServerResponse> {

    static final String PATH = "/docs/problems";

    private static final String INTRODUCTION = """
            <h1>Problems</h1>
            <p>Every error of the gateway is a problem as RFC 9457 has it: <code>type</code> leads to this page,
            <code>detail</code> says what was expected.</p>
            """;

    private final HtmlPage page = HtmlPage.of(
            "Nodesonde: problems",
            INTRODUCTION
                    + Stream.of(ProblemType.values())
                            .map(ProblemsHandler::section)
                            .collect(Collectors.joining()));

    @Override
    public ServerResponse handle(ServerRequest request) {
        return page.answer();
    }

    private static String section(ProblemType type) {
        return """
                <section id="%s">
                <h2>%s <code>%d</code></h2>
                <p>%s</p>
                </section>
                """.formatted(
                        type.slug(),
                        HtmlUtils.htmlEscape(type.title()),
                        type.status().value(),
                        HtmlUtils.htmlEscape(type.meaning()));
    }
}
