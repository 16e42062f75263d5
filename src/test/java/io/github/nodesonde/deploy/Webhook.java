package io.github.nodesonde.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the operators are told. */
final class Webhook implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<Told> told = new CopyOnWriteArrayList<>();

    Webhook() throws IOException {
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All that was told of one alert, as it came. */
    List<Told> told(String alert) {
        return told.stream()
                .filter(its -> alert.equals(its.labels().get("alertname")))
                .toList();
    }

    /** All that was told of one alert of one node, as it came. */
    List<Told> told(String alert, String node) {
        return told(alert).stream()
                .filter(its -> node.equals(its.labels().get("node")))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode notification = JsonMapper.shared().readTree(exchange.getRequestBody());
            notification.at("/alerts").valueStream().map(Told::of).forEach(told::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** @param status {@code firing} or {@code resolved} */
    record Told(String status, Map<String, String> labels, Map<String, String> annotations) {

        private static Told of(JsonNode alert) {
            return new Told(
                    alert.at("/status").asString(), texts(alert.at("/labels")), texts(alert.at("/annotations")));
        }

        private static Map<String, String> texts(JsonNode mapping) {
            var texts = new TreeMap<String, String>();
            mapping.properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
            return texts;
        }
    }
}
