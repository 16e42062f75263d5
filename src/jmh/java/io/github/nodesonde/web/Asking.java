package io.github.nodesonde.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;

/** One client that asks over one kept connection, one question after the other. */
final class Asking implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;

    Asking(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** Asks as who has nothing yet. */
    Line first(String what, String path, int times) throws Exception {
        return repeat(what, times, _ -> ask(path, Optional.empty()));
    }

    /** Asks as who has the newest answer already. */
    Line again(String what, String path, int times) throws Exception {
        return repeat(what, times, before -> ask(path, before.flatMap(Answer::version)));
    }

    /** Asks for all pages; they count as one answer. */
    Line whole(String what, String path, int pages, int times) throws Exception {
        return repeat(what, times, _ -> {
            Answer all = ask(path + 0, Optional.empty());
            for (int page = 1; page < pages; page++) {
                Answer next = ask(path + page, Optional.empty());
                all = new Answer(all.first, all.whole + next.whole, all.bytes + next.bytes, next.version);
            }
            return all;
        });
    }

    private static Line repeat(String what, int times, Question question) throws Exception {
        Optional<Answer> answer = Optional.empty();
        for (int i = 0; i < times; i++) {
            answer = Optional.of(question.ask(answer));
        }
        var first = new long[times];
        var whole = new long[times];
        var cpu = new CpuTime();
        for (int i = 0; i < times; i++) {
            Answer next = question.ask(answer);
            first[i] = next.first;
            whole[i] = next.whole;
            answer = Optional.of(next);
        }
        double seconds = cpu.seconds();
        Arrays.sort(first);
        Arrays.sort(whole);
        return new Line(
                what,
                times,
                answer.map(Answer::bytes).orElse(0L),
                Line.Spread.of(first),
                Line.Spread.of(whole),
                seconds);
    }

    private Answer ask(String path, Optional<String> version) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "*/*");
        version.ifPresent(had -> request.header("If-None-Match", had));
        long begun = System.nanoTime();
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        long first = System.nanoTime() - begun;
        try (InputStream body = response.body()) {
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            if (response.statusCode() != 200 && response.statusCode() != 304) {
                throw new IllegalStateException(response.toString());
            }
            return new Answer(
                    first, System.nanoTime() - begun, bytes, response.headers().firstValue("ETag"));
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private record Answer(long first, long whole, long bytes, Optional<String> version) {}

    private interface Question {

        Answer ask(Optional<Answer> before) throws IOException, InterruptedException;
    }
}
