package io.github.nodesonde.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The first process of a container that is none. */
final class ContainedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PEAK = "VmHWM:";

    private final Process outside;
    private final Path log;

    /** @param outside what waits for it outside of its namespaces, and ends as it does */
    ContainedProcess(Process outside, Path log) {
        this.outside = outside;
        this.log = log;
    }

    /** As it is numbered outside. */
    long pid() {
        await().atMost(PATIENCE).until(() -> outside.children().findAny().isPresent() || !outside.isAlive());
        return outside.children()
                .findAny()
                .orElseThrow(() -> new AssertionError(log()))
                .pid();
    }

    boolean isAlive() {
        return outside.isAlive();
    }

    /** The most memory that it ever had in use, in bytes. */
    long peakMemory() throws IOException {
        String kilobytes = Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith(PEAK))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^0-9]", "");
        return Long.parseLong(kilobytes) * 1024;
    }

    /** Sends SIGTERM, waits, and tells what it exits with. */
    int terminate() throws InterruptedException {
        ProcessHandle.of(pid()).orElseThrow().destroy();
        if (!outside.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end on SIGTERM: " + log());
        }
        return outside.exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The namespaces' first process goes with the one outside. */
    @Override
    public void close() {
        outside.destroyForcibly();
    }
}
