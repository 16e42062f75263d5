package io.github.nodesonde.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks the gateway on this host whether it lives, without starting anything: for containers, which ask often. */
final class Healthcheck {

    private static final int TIMEOUT_MILLIS = 3000;

    private final int port;

    Healthcheck(int port) {
        this.port = port;
    }

    /** Whether it answers, within six seconds, and says yes. */
    boolean lives() {
        try {
            URI liveness = URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness");
            var connection = (HttpURLConnection) liveness.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}
