package io.github.nodesonde.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of the Prometheus family on a free port of loopback, in a process of its own, with its log in a file. */
public final class ListeningProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("Listening on\" address=127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path log;
    private final HttpPort port;

    private ListeningProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
        try {
            await().atMost(PATIENCE).until(() -> listening().isPresent() || !process.isAlive());
            port = new HttpPort(listening().orElseThrow(() -> new AssertionError("it did not start: " + log())));
            await().atMost(PATIENCE).until(() -> port.get("/-/ready").statusCode() == 200);
        } catch (RuntimeException | Error failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    /** Starts it, with the address to listen at added, and waits until it is ready. */
    public static ListeningProgram start(Path log, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.command().add("--web.listen-address=127.0.0.1:0");
        return new ListeningProgram(builder.start(), log);
    }

    public HttpPort port() {
        return port;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        port.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Integer> listening() {
        Matcher found = LISTENING.matcher(log());
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }
}
