package io.github.nodesonde.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program under measurement: what it took of the processor and of memory, as Linux tells it. */
final class ChildProcess implements AutoCloseable {

    /** Of {@code /proc/…/stat}; the same on every Linux of today. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final Path log;

    private static final int SECONDS_TO_END = 20;

    /** Those that run; they end with this virtual machine, however it ends. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            RUNNING.forEach(Process::destroy);
            RUNNING.forEach(ChildProcess::end);
        }));
    }

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        RUNNING.add(process);
    }

    /** With its output in the file {@code log} of that folder. */
    static ChildProcess start(Path folder, List<String> command) throws IOException {
        return start(folder, command, Map.of());
    }

    /** The same with variables of the environment beside ours. */
    static ChildProcess start(Path folder, List<String> command, Map<String, String> environment) throws IOException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), log);
    }

    /** To be talked to line by line. */
    static ChildProcess startTalking(Path log, List<String> command) throws IOException {
        return new ChildProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    Writer input() {
        return new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** User and system time since its start. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    double residentMebibytes() throws IOException {
        return status("VmRSS:") / 1024.0;
    }

    double mostResidentMebibytes() throws IOException {
        return status("VmHWM:") / 1024.0;
    }

    long threads() throws IOException {
        return status("Threads:");
    }

    /** Open files and sockets. */
    long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid() + "/fd"))) {
            return open.count();
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    @Override
    public void close() {
        end(process);
        RUNNING.remove(process);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
