package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.testing.NpmPackage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The real tool. Without its dependencies' install scripts: one of them would build a key store that reading never uses, and
 * needs a compiler and a library for that.
 */
final class InstalledTool {

    private InstalledTool() {}

    /** Its path. Where npm or the package cannot be had, the tests that need it are skipped, and say so. */
    static Path program() throws IOException, InterruptedException {
        return NpmPackage.file("genlayer@0.38.14", ".bin/genlayer");
    }
}
