package io.github.nodesonde.chain.genlayer.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real tool, as npm installs it: once, beneath {@code target}. Without its dependencies' install scripts: one of them
 * would build a key store that reading never uses, and needs a compiler and a library for that.
 */
final class InstalledTool {

    private static final String PACKAGE = "genlayer@0.38.14";
    private static final Path FOLDER =
            Path.of("target", "npm", PACKAGE.replace('@', '-')).toAbsolutePath();
    private static final Path PROGRAM = FOLDER.resolve(Path.of("node_modules", ".bin", "genlayer"));
    private static final int MINUTES_TO_INSTALL = 4;

    private InstalledTool() {}

    /** Its path. Where npm or the package cannot be had, the tests that need it are skipped, and say so. */
    static synchronized Path program() throws IOException, InterruptedException {
        if (!Files.exists(PROGRAM)) {
            install();
        }
        return PROGRAM;
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}\n");
        Path log = FOLDER.resolve("install.log");
        Process npm;
        try {
            npm = new ProcessBuilder(List.of(
                            "npm",
                            "install",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline",
                            "--fetch-retries=1",
                            PACKAGE))
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            abort("npm is not installed: " + e.getMessage());
            return;
        }
        if (!npm.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly();
            abort("npm did not install " + PACKAGE + " within " + MINUTES_TO_INSTALL + " minutes");
        }
        if (npm.exitValue() != 0 || !Files.exists(PROGRAM)) {
            abort("npm cannot install " + PACKAGE + ": see " + log);
        }
    }
}
