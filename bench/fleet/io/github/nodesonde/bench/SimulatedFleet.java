package io.github.nodesonde.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What all simulated nodes share: their answers, how they behave, and what they were asked. */
final class SimulatedFleet {

    private static final String HEALTH =
            """
            {"status":"up","node_version":"v0.5.5","genvm_version":"v0.2.16","protocol_version":"v0.5:7c1e90af",\
            "network":"bradbury-phase1","checks":{"validating":{"status":"up"},"zksync-connectivity":{"status":"up"}}}""";

    private static final String PAGE = "text/plain; version=0.0.4; charset=utf-8";

    private final List<ByteBuf> pages = new ArrayList<>();
    private final ByteBuf health = kept(answer("application/json", HEALTH.getBytes(StandardCharsets.UTF_8)));
    private final int first;
    private final ClientTally gateway;
    private final ClientTally others;
    private volatile Behaviour behaviour = Behaviour.WELL;

    /** A part of the fleet: so many nodes from that one on. */
    SimulatedFleet(int first, int nodes) {
        this.first = first;
        gateway = new ClientTally(nodes);
        others = new ClientTally(nodes);
        for (int i = 0; i < NodePage.VARIANTS; i++) {
            pages.add(kept(answer(PAGE, NodePage.variant(i))));
        }
    }

    /** @param node counted from the first of this part, here and below */
    Behaviour.Kind behaviourOf(int node) {
        return behaviour.of(first + node);
    }

    ByteBuf page(int node, long question) {
        return pages.get((int) ((node + question) % NodePage.VARIANTS));
    }

    /** A page whose series nobody printed before. */
    ByteBuf churned(int node, long question) {
        String page = new String(NodePage.variant(0), StandardCharsets.UTF_8)
                .replace("chain=\"bradbury\"", "chain=\"b" + (first + node) + "-" + question + "\"");
        return Unpooled.wrappedBuffer(answer(PAGE, page.getBytes(StandardCharsets.UTF_8)));
    }

    ByteBuf health() {
        return health;
    }

    void asked(int node, boolean byGateway, boolean health) {
        ClientTally client = byGateway ? gateway : others;
        if (health) {
            client.askedForHealth();
        } else {
            client.asked(node, behaviourOf(node) == Behaviour.Kind.WELL, System.nanoTime());
        }
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
                return gateway.told() + " " + others.told();
            }
            default -> throw new IllegalArgumentException(line);
        }
        return "done";
    }

    private static byte[] answer(String type, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(headBytes, headBytes.length + body.length);
        System.arraycopy(body, 0, whole, headBytes.length, body.length);
        return whole;
    }

    /** Outside of the heap, and sent as often as it is asked for. */
    private static ByteBuf kept(byte[] answer) {
        return Unpooled.unreleasableBuffer(
                Unpooled.directBuffer(answer.length).writeBytes(answer).asReadOnly());
    }
}
