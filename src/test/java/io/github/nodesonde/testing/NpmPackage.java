package io.github.nodesonde.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A package as npm installs it: once, beneath {@code target}. Without install scripts, neither its own nor those of its
 * dependencies.
 */
public final class NpmPackage {

    private static final int MINUTES_TO_INSTALL = 4;

    private NpmPackage() {}

    /**
     * A file of it, by its path beneath {@code node_modules}. Where npm or the package cannot be had, the test that needs it
     * is skipped, and says so.
     *
     * @param name with its version, {@code name@1.2.3}
     */
    public static synchronized Path file(String name, String path) throws IOException, InterruptedException {
        Path folder = Path.of("target", "npm", name.replace('@', '-')).toAbsolutePath();
        Path file = folder.resolve("node_modules").resolve(path);
        if (!Files.exists(file)) {
            install(name, folder, file);
        }
        return file;
    }

    private static void install(String name, Path folder, Path file) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
        Path log = folder.resolve("install.log");
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
                            name))
                    .directory(folder.toFile())
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
            abort("npm did not install " + name + " within " + MINUTES_TO_INSTALL + " minutes");
        }
        if (npm.exitValue() != 0 || !Files.exists(file)) {
            abort("npm cannot install " + name + ": see " + log);
        }
    }
}
