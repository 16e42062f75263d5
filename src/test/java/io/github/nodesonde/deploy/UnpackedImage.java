package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the image would hold of ours, made by the Dockerfile's own commands on the JVM of this build, and run by its own entry
 * point: as its user, on a read-only root, with nothing of this process' environment.
 */
final class UnpackedImage {

    private static final String STAGE = "node";
    private static final String BUILT = "/build/target/layers/";
    private static final Path SCRIPT =
            Path.of("src/test/resources/deploy/contained.sh").toAbsolutePath();

    private final Dockerfile dockerfile;
    private final Path work;
    private final Path application;
    private final Path history;

    private UnpackedImage(Dockerfile dockerfile, Path work) throws IOException {
        this.dockerfile = dockerfile;
        this.work = work;
        this.application = Files.createDirectories(work.resolve("application"));
        this.history = Files.createDirectories(work.resolve("history"));
    }

    /** @param jar as the build leaves it */
    static UnpackedImage make(Dockerfile dockerfile, Path jar, Path work) throws IOException, InterruptedException {
        var image = new UnpackedImage(dockerfile, work);
        image.extract(jar);
        image.copyLayers();
        image.train();
        // As the image has it: the volume is its user's, all else is root's and may be read by everyone.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(image.application, PosixFilePermissions.fromString("rwxr-xr-x"));
        ended(image.log("chown"), new ProcessBuilder("chown", image.user(), image.history.toString()));
        return image;
    }

    /** Why nothing can be run so here; empty where it can. */
    static String hindrance() {
        try {
            Process tried = new ProcessBuilder(
                            List.of(
                                    "unshare",
                                    "--mount",
                                    "--pid",
                                    "--fork",
                                    "--mount-proc",
                                    "sh",
                                    "-c",
                                    "mount --make-rprivate / && mount -t tmpfs tmpfs /mnt && command -v setpriv && command -v nsenter"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return tried.waitFor() == 0 ? "" : "namespaces of its own cannot be had here: " + said.strip();
        } catch (IOException e) {
            return "unshare is not installed (Debian: package util-linux): " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(Files::isRegularFile)
                    .map(application::relativize)
                    .toList();
        }
    }

    /** Starts the entry point, with arguments as those of a container. */
    ContainedProcess start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(dockerfile.command(STAGE, "ENTRYPOINT"));
        command.addAll(List.of(arguments));
        Path log = log("entry-point");
        return new ContainedProcess(
                contained(user(), environment, command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Runs the health check as the engine does, beside the running entry point, and tells what it exits with. */
    int healthcheck(ContainedProcess running, Map<String, String> environment)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("nsenter", "--target", Long.toString(running.pid()), "--mount", "--pid"));
        command.add("setpriv");
        command.addAll(List.of("--reuid", user().replaceFirst(":.*", ""), "--regid", user().replaceFirst(".*:", "")));
        command.add("--clear-groups");
        command.addAll(dockerfile.command(STAGE, "HEALTHCHECK"));
        return exitValue(log("healthcheck"), inEnvironment(new ProcessBuilder(command), environment));
    }

    /** Runs the health check where nothing else runs. */
    int healthcheckAlone(Map<String, String> environment) throws IOException, InterruptedException {
        return exitValue(
                log("healthcheck-alone"), contained(user(), environment, dockerfile.command(STAGE, "HEALTHCHECK")));
    }

    /** Whether the user of the image can write there. */
    boolean canWrite(String folder) throws IOException, InterruptedException {
        return exitValue(log("write"), contained(user(), Map.of(), List.of("sh", "-c", "touch " + folder + "/written")))
                == 0;
    }

    private void extract(Path jar) throws IOException, InterruptedException {
        String extract = dockerfile.stage("build").own().stream()
                .filter(instruction -> instruction.rest().contains("jarmode=tools"))
                .findFirst()
                .orElseThrow()
                .rest();
        Path target = Files.createDirectories(work.resolve("build/target"));
        Files.copy(jar, target.resolve("nodesonde.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        ended(
                log("extract"),
                inEnvironment(
                        new ProcessBuilder("sh", "-c", extract)
                                .directory(work.resolve("build").toFile()),
                        Map.of()));
    }

    private void copyLayers() throws IOException, InterruptedException {
        for (Dockerfile.Instruction copy : dockerfile.instructions(STAGE)) {
            if (copy.word().equals("COPY") && copy.rest().contains(BUILT)) {
                String layer = copy.rest().split(" ", 3)[1].substring(BUILT.length());
                ended(
                        log("copy"),
                        new ProcessBuilder(
                                "cp",
                                "-a",
                                work.resolve("build/target/layers").resolve(layer) + "/.",
                                application.toString()));
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        String training = dockerfile.instructions(STAGE).stream()
                .filter(instruction -> instruction.rest().contains("AOTCacheOutput"))
                .findFirst()
                .orElseThrow()
                .rest();
        ended(log("training"), contained("0:0", Map.of(), List.of("sh", "-c", training)));
    }

    private String user() {
        return dockerfile.last(STAGE, "USER");
    }

    private ProcessBuilder contained(String user, Map<String, String> environment, List<String> command) {
        var all = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
        all.addAll(List.of("sh", SCRIPT.toString(), application.toString(), history.toString(), user));
        all.addAll(command);
        return inEnvironment(new ProcessBuilder(all), environment);
    }

    private ProcessBuilder inEnvironment(ProcessBuilder process, Map<String, String> environment) {
        process.environment().clear();
        process.environment().put("PATH", System.getProperty("java.home") + "/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        for (Dockerfile.Instruction instruction : dockerfile.instructions(STAGE)) {
            if (instruction.word().equals("ENV")) {
                String[] variable = instruction.rest().split("=", 2);
                process.environment().put(variable[0], variable[1]);
            }
        }
        process.environment().putAll(environment);
        return process;
    }

    private Path log(String name) {
        return work.resolve(name + ".log");
    }

    private static void ended(Path log, ProcessBuilder process) throws IOException, InterruptedException {
        assertThat(exitValue(log, process)).as(() -> text(log)).isZero();
    }

    private static int exitValue(Path log, ProcessBuilder process) throws IOException, InterruptedException {
        return process.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
