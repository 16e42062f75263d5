package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthcheckTests {

    @ParameterizedTest
    @CsvSource({"200, true", "503, false", "404, false", "302, false"})
    void statusOfLivenessDecides(int status, boolean lives) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/liveness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(new Healthcheck(server.getAddress().getPort()).lives()).isEqualTo(lives);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whereNobodyListensNothingLives() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(new Healthcheck(free).lives()).isFalse();
    }
}
