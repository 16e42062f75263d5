package io.github.nodesonde.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The simulated fleet, in processes of its own: one for each five thousand nodes, for descriptors are limited. */
final class Target implements AutoCloseable {

    private static final int NODES_OF_A_PROCESS = 5000;

    private final List<Part> parts = new ArrayList<>();

    private Target() {}

    static Target start(Path folder, int nodes) throws IOException {
        var target = new Target();
        for (int first = 0; first < nodes; first += NODES_OF_A_PROCESS) {
            target.parts.add(Part.start(folder, first, Math.min(NODES_OF_A_PROCESS, nodes - first)));
        }
        return target;
    }

    static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    String host(int node) {
        return LoadTarget.address(node) + ":" + parts.get(node / NODES_OF_A_PROCESS).port;
    }

    void behave(Behaviour behaviour) throws IOException {
        for (Part part : parts) {
            part.say("behave %d %d %d %d %d"
                    .formatted(
                            behaviour.hanging(),
                            behaviour.slow(),
                            behaviour.late(),
                            behaviour.dropping(),
                            behaviour.churning()));
        }
    }

    void forgetGaps() throws IOException {
        for (Part part : parts) {
            part.say("forget");
        }
    }

    Asked asked() throws IOException {
        Client gateway = Client.NONE;
        Client prometheus = Client.NONE;
        for (Part part : parts) {
            String[] told = part.say("tell").split(" ", -1);
            gateway = gateway.plus(told[0]);
            prometheus = prometheus.plus(told[1]);
        }
        return new Asked(gateway, prometheus);
    }

    @Override
    public void close() {
        parts.forEach(part -> part.process.close());
    }

    /** What each client asked: the gateway, and whoever else. */
    record Asked(Client gateway, Client prometheus) {}

    private static final class Part {

        private final ChildProcess process;
        private final BufferedReader lines;
        private final Writer input;
        private final int port;

        private Part(ChildProcess process) throws IOException {
            this.process = process;
            lines = process.lines();
            input = process.input();
            String started = lines.readLine();
            if (started == null) {
                throw new IOException("the simulated fleet did not start: " + process.log());
            }
            port = Integer.parseInt(started.substring("port ".length()));
        }

        static Part start(Path folder, int first, int nodes) throws IOException {
            return new Part(ChildProcess.startTalking(
                    folder.resolve("target-" + first + ".log"),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            absolute(System.getProperty("java.class.path")),
                            LoadTarget.class.getName(),
                            String.valueOf(first),
                            String.valueOf(nodes))));
        }

        synchronized String say(String line) throws IOException {
            input.write(line + "\n");
            input.flush();
            String answer = lines.readLine();
            if (answer == null) {
                throw new IOException("the simulated fleet has ended: " + process.log());
            }
            return answer;
        }
    }
}
