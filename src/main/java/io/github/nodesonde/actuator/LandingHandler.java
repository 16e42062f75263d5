package io.github.nodesonde.actuator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** The page at the root of this port: what it is and where to go from here. */
final class LandingHandler implements HandlerFunction<ServerResponse> {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }
            body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem }
            dt { font-family: ui-monospace, monospace }
            dd { margin: 0 0 .6rem 1.5rem }
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Nodesonde: metrics and health</title>
            <style>{{style}}</style>
            </head>
            <body>
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
            </dl>
            </body>
            </html>
            """;

    private final String page;
    private final String policy;

    /** @param build absent where the program was not built by its build */
    LandingHandler(@Nullable BuildProperties build) {
        @Nullable String version = build == null ? null : build.getVersion();
        this.page = PAGE.replace("{{style}}", STYLE)
                .replace("{{version}}", HtmlUtils.htmlEscape(version == null ? "unknown" : version));
        this.policy = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
                + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(HTML)
                .headers(headers -> headers.set("Content-Security-Policy", policy))
                .body(page);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
