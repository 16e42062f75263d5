package io.github.nodesonde.web;

import io.github.nodesonde.api.TestGateway;
import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Many readers of the stream of events while one node changes its verdict each second. */
final class Listening {

    private static final String REQUEST =
            "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";

    private Listening() {}

    /** From the change until the first reader, and until the last, was told. */
    static Line to(TestGateway gateway, int readers, int changes) throws Exception {
        TestGateway.show(fleet(Verdict.UP));
        gateway.tell(fleet(Verdict.UP), fleet(Verdict.UP));
        var open = new Semaphore(0);
        var told = new Semaphore(0);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
            sockets.add(socket);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> read(socket, open, told));
        }
        take(open, readers);
        var first = new long[changes];
        var last = new long[changes];
        var cpu = new CpuTime();
        for (int i = 0; i < changes; i++) {
            long begun = System.nanoTime();
            gateway.tell(
                    fleet(i % 2 == 0 ? Verdict.UP : Verdict.DEGRADED),
                    fleet(i % 2 == 0 ? Verdict.DEGRADED : Verdict.UP));
            take(told, 1);
            first[i] = System.nanoTime() - begun;
            take(told, readers - 1);
            last[i] = System.nanoTime() - begun;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, TimeUnit.SECONDS.toNanos(1) - last[i]));
        }
        double seconds = cpu.seconds();
        for (Socket socket : sockets) {
            socket.close();
        }
        Arrays.sort(first);
        Arrays.sort(last);
        return new Line(
                "change to %d readers".formatted(readers),
                changes,
                0,
                Line.Spread.of(first),
                Line.Spread.of(last),
                seconds);
    }

    private static void read(Socket socket, Semaphore open, Semaphore told) {
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("retry:")) {
                    open.release();
                } else if (line.startsWith("data:") && line.contains("\"node\"")) {
                    told.release();
                }
            }
        } catch (IOException _) {
            // Closed when all is measured.
        }
    }

    private static void take(Semaphore some, int number) throws InterruptedException {
        if (!some.tryAcquire(number, 1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("readers were not told within a minute");
        }
    }

    private static Judgements fleet(Verdict node) {
        String[] rules = node == Verdict.UP ? new String[0] : new String[] {"lagging"};
        return new JudgedFleet()
                .plain("alpha")
                .node("a-0", "alpha", node, null, null, rules)
                .node("a-1", "alpha", Verdict.UP, null, null)
                .judged();
    }
}
