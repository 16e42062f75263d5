package io.github.nodesonde.actuator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** The page at the root of this port: what it is and where to go from here. */
final class LandingHandler implements HandlerFunction<ServerResponse> {

    private static final String BODY = """
            <h1>Nodesonde</h1>
            <p>Version {{version}}. This port is for machines; people find the status page on the main port.</p>
            <dl>
            <dt><a href="/metrics">/metrics</a></dt>
            <dd>Every series of every node and of the gateway, for Prometheus;
            <a href="/metrics?scope=own">without those of the nodes</a>.</dd>
            <dt>/probe?target=ID</dt>
            <dd>Asks one node now and prints its series alone.
            <form action="/probe"><label>Node <input name="target" required></label> <button>Ask</button></form></dd>
            <dt><a href="/health">/health</a></dt>
            <dd>Whether the fleet is synced; <code>?network=</code> and <code>?node=</code> narrow it.</dd>
            <dt><a href="/actuator/health">/actuator/health</a></dt>
            <dd>The health of the gateway, of the fleet, of each network and node.</dd>
            <dt><a href="/actuator/health/liveness">/actuator/health/liveness</a></dt>
            <dd>Whether the gateway itself must be restarted; whatever its nodes do.</dd>
            <dt><a href="/actuator/health/readiness">/actuator/health/readiness</a></dt>
            <dd>Whether the gateway itself can serve; whatever its nodes do.</dd>
            <dt>POST /-/reload</dt>
            <dd>Reads the inventory now.</dd>
            <dt><a href="/actuator/info">/actuator/info</a></dt>
            <dd>What was built, and how much is watched.</dd>
            <dt><a href="/docs/problems">/docs/problems</a></dt>
            <dd>What the errors of this port mean.</dd>
            </dl>
            """;

    private final HtmlPage page;

    /** @param build absent where the program was not built by its build */
    LandingHandler(@Nullable BuildProperties build) {
        @Nullable String version = build == null ? null : build.getVersion();
        this.page = HtmlPage.of(
                "Nodesonde: metrics and health",
                BODY.replace("{{version}}", HtmlUtils.htmlEscape(version == null ? "unknown" : version)));
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        return page.answer();
    }
}
