package io.github.nodesonde.api;

import java.net.URI;

/**
 * Where a scraper reaches the gateway's metrics port.
 *
 * @param path what a proxy in between puts before the gateway's own paths; empty, or without a slash at its end
 */
record ScrapeAddress(String scheme, String hostAndPort, String path) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** @throws IllegalArgumentException when it is no absolute http or https URL, or one with more than host, port and path */
    static ScrapeAddress of(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!http && !https || url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "expected the URL of the metrics port as scrapers reach it, such as http://gateway.example.org:8008");
        }
        int port = url.getPort() >= 0 ? url.getPort() : https ? HTTPS_PORT : HTTP_PORT;
        return new ScrapeAddress(
                https ? "https" : "http",
                url.getHost() + ":" + port,
                url.getRawPath().replaceAll("/+$", ""));
    }

    static ScrapeAddress of(String host, int port) {
        return new ScrapeAddress("http", host + ":" + port, "");
    }

    /** Without a slash at its end. */
    String url() {
        return scheme + "://" + hostAndPort + path;
    }
}
