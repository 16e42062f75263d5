package io.github.nodesonde.command;

import io.github.nodesonde.text.PrintableText;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Runs commands as processes: no shell, no terminal, nothing to read, an environment without our secrets, a home that is
 * gone afterwards and is its working directory too.
 */
@Component
final class ProcessRunner implements CommandRunner {

    /** Cap on the standard output, in bytes. */
    static final int MAX_OUT = 1024 * 1024;

    private static final int MAX_ERR = 16 * 1024;
    private static final long MILLIS_BETWEEN_LOOKS = 20;
    private static final Duration PATIENCE_WITH_PIPES = Duration.ofSeconds(1);

    private final Semaphore turns;
    private final Map<String, String> ownEnvironment;

    @Autowired
    ProcessRunner(CommandProperties properties) {
        this(properties, System.getenv());
    }

    ProcessRunner(CommandProperties properties, Map<String, String> ownEnvironment) {
        turns = new Semaphore(properties.maxProcesses(), true);
        this.ownEnvironment = Map.copyOf(ownEnvironment);
    }

    @Override
    public Output run(Command command, Duration deadline) throws NoOutput, InterruptedException {
        turns.acquire();
        try (ScratchHome home = home(command)) {
            return outputOf(start(command, home), deadline);
        } finally {
            turns.release();
        }
    }

    private static ScratchHome home(Command command) throws NoOutput {
        try {
            return ScratchHome.with(command.files());
        } catch (IOException _) {
            throw new NoOutput(NoOutput.Why.NO_HOME, "no home directory could be made for the command");
        }
    }

    private Process start(Command command, ScratchHome home) throws NoOutput {
        var builder = new ProcessBuilder(fromHere(command.arguments()))
                .directory(home.path().toFile());
        builder.environment().clear();
        builder.environment().putAll(CleanEnvironment.of(ownEnvironment, home.path()));
        try {
            return builder.start();
        } catch (IOException _) {
            String program = new File(command.arguments().getFirst()).getName();
            throw new NoOutput(
                    NoOutput.Why.NOT_STARTED,
                    "the command " + PrintableText.quoted(program)
                            + " cannot be started: it is not there, or may not be run");
        }
    }

    /** A program given by a relative path is meant from where the gateway runs, not from the command's home. */
    private static List<String> fromHere(List<String> arguments) {
        var resolved = new ArrayList<>(arguments);
        if (resolved.getFirst().contains(File.separator)) {
            resolved.set(0, new File(resolved.getFirst()).getAbsolutePath());
        }
        return resolved;
    }

    private static Output outputOf(Process process, Duration deadline) throws NoOutput, InterruptedException {
        var tree = new ProcessTree(process.toHandle());
        Pipe out = Pipe.first(process.getInputStream(), MAX_OUT);
        Pipe err = Pipe.last(process.getErrorStream(), MAX_ERR);
        try {
            endInput(process);
            awaitEnd(process, tree, out, deadline);
        } finally {
            tree.kill();
        }
        byte[] printed = out.bytes(PATIENCE_WITH_PIPES);
        if (out.isOver()) {
            throw tooLarge(tree);
        }
        return new Output(
                process.exitValue(),
                text(printed, tree),
                new String(err.bytes(PATIENCE_WITH_PIPES), StandardCharsets.UTF_8),
                tree.cpu());
    }

    private static void endInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has ended already, without reading.
        }
    }

    private static void awaitEnd(Process process, ProcessTree tree, Pipe out, Duration deadline)
            throws NoOutput, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            tree.look();
            if (out.isOver()) {
                throw tooLarge(tree);
            }
            if (System.nanoTime() - end >= 0) {
                throw new NoOutput(
                        NoOutput.Why.TIMED_OUT,
                        "the command did not end within " + inWords(deadline) + " and was killed",
                        tree.cpu());
            }
        }
    }

    private static String inWords(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private static NoOutput tooLarge(ProcessTree tree) {
        return new NoOutput(NoOutput.Why.TOO_LARGE, "the command printed more than 1 MiB", tree.cpu());
    }

    private static String text(byte[] printed, ProcessTree tree) throws NoOutput {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(printed))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new NoOutput(NoOutput.Why.MALFORMED, "the command printed bytes that are no UTF-8", tree.cpu());
        }
    }
}
