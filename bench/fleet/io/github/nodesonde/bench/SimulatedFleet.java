package io.github.nodesonde.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What all simulated nodes share: their answers, how they behave, and what they were asked. */
final class SimulatedFleet {

    private static final String HEALTH =
            """
            {"status":"up","node_version":"v0.5.5","genvm_version":"v0.2.16","protocol_version":"v0.5:7c1e90af",\
            "network":"bradbury-phase1","checks":{"validating":{"status":"up"},"zksync-connectivity":{"status":"up"}}}""";

    private final List<ByteBuf> pages = new ArrayList<>();
    private final ByteBuf health = answer("application/json", HEALTH.getBytes(StandardCharsets.UTF_8));
    private final Gaps gateway;
    private final Gaps others;
    private volatile Behaviour behaviour = Behaviour.WELL;

    SimulatedFleet(int nodes) {
        gateway = new Gaps(nodes);
        others = new Gaps(nodes);
        for (int i = 0; i < NodePage.VARIANTS; i++) {
            pages.add(page(NodePage.variant(i)));
        }
    }

    Behaviour.Kind behaviourOf(int node) {
        return behaviour.of(node);
    }

    ByteBuf page(int node, long question) {
        return pages.get((int) ((node + question) % NodePage.VARIANTS));
    }

    /** A page whose series nobody printed before. */
    ByteBuf churned(int node, long question) {
        String page = new String(NodePage.variant(0), StandardCharsets.UTF_8)
                .replace("chain=\"bradbury\"", "chain=\"b" + node + "-" + question + "\"");
        return page(page.getBytes(StandardCharsets.UTF_8));
    }

    ByteBuf health() {
        return health;
    }

    void asked(int node, boolean byGateway, long nanos) {
        (byGateway ? gateway : others).asked(node, nanos);
    }

    String obey(String line) {
        String[] words = line.strip().split(" ", -1);
        switch (words[0]) {
            case "behave" ->
                behaviour = new Behaviour(
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        Integer.parseInt(words[4]),
                        Integer.parseInt(words[5]));
            case "forget" -> {
                gateway.forget();
                others.forget();
            }
            case "tell" -> {
                return told(gateway) + " " + told(others);
            }
            default -> throw new IllegalArgumentException(line);
        }
        return "done";
    }

    private static String told(Gaps gaps) {
        return gaps.questions() + ";" + gaps.nodes() + ";" + gaps.told();
    }

    private static ByteBuf page(byte[] text) {
        return answer("text/plain; version=0.0.4; charset=utf-8", text);
    }

    private static ByteBuf answer(String type, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer()
                .writeBytes(head.getBytes(StandardCharsets.US_ASCII))
                .writeBytes(body)
                .asReadOnly());
    }
}
