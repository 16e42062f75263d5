package io.github.nodesonde.demo;

/** What a simulated node sends back. */
public record SimulatedAnswer(int status, String contentType, String body) {

    public static SimulatedAnswer json(int status, String body) {
        return new SimulatedAnswer(status, "application/json", body);
    }

    public static SimulatedAnswer metrics(String body) {
        return new SimulatedAnswer(200, "text/plain; version=0.0.4; charset=utf-8", body);
    }

    public static SimulatedAnswer notFound() {
        return new SimulatedAnswer(404, "text/plain; charset=utf-8", "404 page not found\n");
    }
}
