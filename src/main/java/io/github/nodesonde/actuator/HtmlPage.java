package io.github.nodesonde.actuator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** A page of this port for people. It may load nothing but the style that it brings along, which is allowed by its hash. */
record HtmlPage(String html) {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }
            body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem }
            dt { font-family: ui-monospace, monospace }
            dd { margin: 0 0 .6rem 1.5rem }
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** @param body HTML, as is the title */
    static HtmlPage of(String title, String body) {
        return new HtmlPage("""
                    <!doctype html>
                    <html lang="en">
                    <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>%s</title>
                    <style>%s</style>
                    </head>
                    <body>
                    %s</body>
                    </html>
                    """.formatted(title, STYLE, body));
    }

    ServerResponse answer() {
        return ServerResponse.ok()
                .contentType(HTML)
                .headers(headers -> headers.set("Content-Security-Policy", POLICY))
                .body(html);
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
