package io.github.nodesonde.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes; the scripts among them stand for whatever an operator's command may do. */
class ProcessRunnerTests {

    private static final Duration PLENTY = Duration.ofSeconds(30);
    private static final Duration LITTLE = Duration.ofMillis(400);

    private static final String BUSY = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";

    @TempDir
    Path folder;

    private final ProcessRunner runner = runner(4);

    @Test
    void streamsAreKeptApart() throws Exception {
        Output output = run(script("echo out; echo err >&2; exit 7"));

        assertThat(output.out()).isEqualTo("out\n");
        assertThat(output.err()).isEqualTo("err\n");
        assertThat(output.exitCode()).isEqualTo(7);
    }

    @Test
    void argumentsReachTheProgramAsTheyStand() throws Exception {
        Output output = run(command("printf", "%s|", "$(id)", "; true", "a b", "*", "", "\"'"));

        assertThat(output.out()).isEqualTo("$(id)|; true|a b|*||\"'|");
    }

    @Test
    void environmentHoldsNothingOfOursButTheLittleThatIsNeeded() throws Exception {
        Output output = run(command("env"));

        assertThat(output.out().lines())
                .contains("PATH=" + System.getenv("PATH"), "LANG=C.UTF-8", "NO_COLOR=1", "TERM=dumb")
                .allSatisfy(line -> assertThat(line.substring(0, line.indexOf('=')))
                        .isIn("PATH", "LANG", "NO_COLOR", "TERM", "HOME", "PWD"));
    }

    @Test
    void thereIsNothingToReadAndNoTerminal() throws Exception {
        assertThat(run(script("cat; test -t 0 || test -t 1 || test -t 2 || echo none"))
                        .out())
                .isEqualTo("none\n");
    }

    @Test
    void homeHoldsItsFilesForItsOwnerAloneAndIsGoneAfterwards() throws Exception {
        var command = new Command(
                List.of("sh", "-c", "pwd; stat -c %a \"$HOME\"; cat \"$HOME/a/b\"; mkdir -p c/d; echo x >c/d/e"),
                Map.of("a/b", "{}"));

        List<String> lines = run(command).out().lines().toList();

        assertThat(lines).hasSize(3).endsWith("700", "{}");
        assertThat(Path.of(lines.getFirst())).doesNotExist();
    }

    @Test
    void fileOutsideTheHomeIsNotWritten() {
        var command = new Command(List.of("true"), Map.of("../x", ""));

        assertThatThrownBy(() -> run(command)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deadlineEndsTheWholeTreeWhateverItIgnores() {
        Path pids = folder.resolve("pids");
        String deaf = "trap '' TERM INT HUP; echo $$ >>" + pids + ";";
        Command command = script(
                deaf + " sh -c \"" + deaf.replace("$", "\\$") + " sleep 600; sleep 600\" & sleep 600; sleep 600");

        NoOutput failure = failure(command, LITTLE);

        assertThat(failure.why()).isEqualTo(NoOutput.Why.TIMED_OUT);
        assertThat(failure).hasMessage("the command did not end within 0.4 s and was killed");
        assertThat(pids(pids)).hasSize(2).noneMatch(ProcessRunnerTests::isAlive);
        assertThat(ProcessHandle.current().descendants().filter(ProcessRunnerTests::sleeps))
                .isEmpty();
    }

    @Test
    void endOfTheCommandIsTheEndOfItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        Output output = run(script("sleep 600 & echo $! >" + pids + "; sleep 0.2; echo done"));

        assertThat(output.out()).isEqualTo("done\n");
        assertThat(pids(pids)).hasSize(1).noneMatch(ProcessRunnerTests::isAlive);
    }

    @Test
    void floodOfOutputIsCutOff() {
        NoOutput failure = failure(command("yes"), PLENTY);

        assertThat(failure.why()).isEqualTo(NoOutput.Why.TOO_LARGE);
        assertThat(failure).hasMessage("the command printed more than 1 MiB");
    }

    @Test
    void outputOfExactlyTheCapIsWhole() throws Exception {
        assertThat(run(script("yes | head -c 1048576")).out()).hasSize(ProcessRunner.MAX_OUT);
        assertThat(failure(script("yes | head -c 1048577"), PLENTY).why()).isEqualTo(NoOutput.Why.TOO_LARGE);
    }

    @Test
    void floodOfComplaintsLeavesTheLastOnes() throws Exception {
        Output output = run(script("yes | head -c 3000000 >&2; echo 'last words' >&2; exit 3"));

        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.err()).hasSize(16 * 1024).endsWith("\nlast words\n");
    }

    @Test
    void commandThatIsNotThereIsNotStarted() {
        NoOutput failure = failure(command(folder.resolve("no-such").toString()), PLENTY);

        assertThat(failure.why()).isEqualTo(NoOutput.Why.NOT_STARTED);
        assertThat(failure)
                .hasMessage("the command 'no-such' cannot be started: it is not there, or may not be run")
                .hasMessageNotContaining(folder.toString());
        assertThat(failure(command("no-such-command-anywhere"), PLENTY).why()).isEqualTo(NoOutput.Why.NOT_STARTED);
    }

    @Test
    void commandThatMayNotBeRunIsNotStarted() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");

        assertThat(failure(command(file.toString()), PLENTY).why()).isEqualTo(NoOutput.Why.NOT_STARTED);
    }

    @Test
    void relativePathIsMeantFromWhereTheGatewayRuns() throws Exception {
        assertThat(failure(command("./pom.xml"), PLENTY).why()).isEqualTo(NoOutput.Why.NOT_STARTED);
        assertThat(run(command("./mvnw", "--version")).exitCode()).isZero();
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        assertThat(failure(command("printf", "\\377\\376"), PLENTY).why()).isEqualTo(NoOutput.Why.MALFORMED);
    }

    @Test
    void processorTimeOfTheWholeTreeIsToldAlsoWhenTheCommandFails() throws Exception {
        assertThat(run(script(BUSY)).cpu()).isGreaterThan(Duration.ofMillis(20));
        assertThat(run(script("sh -c '" + BUSY + "; sleep 0.1'; sleep 0.1")).cpu())
                .isGreaterThan(Duration.ofMillis(20));
        assertThat(failure(script(BUSY + "; sleep 600"), Duration.ofSeconds(2)).cpu())
                .isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void commandWaitsForItsTurn() {
        ProcessRunner narrow = runner(1);
        Path go = folder.resolve("go");
        Path second = folder.resolve("second");
        var waiting = new AtomicReference<Thread>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> unchecked(narrow, untilThere(go)), threads);
            await().until(() -> !first.isDone() && sleeping());
            var next = CompletableFuture.supplyAsync(
                    () -> {
                        waiting.set(Thread.currentThread());
                        return unchecked(narrow, script("touch " + second));
                    },
                    threads);
            await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);

            assertThat(second).doesNotExist();
            unchecked(runner, script("touch " + go));

            assertThat(first.join().exitCode()).isZero();
            assertThat(next.join().exitCode()).isZero();
            assertThat(second).exists();
        }
    }

    @Test
    void interruptedCallerLeavesNothingRunning() throws Exception {
        Path pids = folder.resolve("pids");
        var caught = new AtomicReference<Exception>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                run(script("echo $$ >" + pids + "; sleep 600"));
            } catch (NoOutput | InterruptedException e) {
                caught.set(e);
            }
        });
        await().until(() -> Files.exists(pids) && Files.size(pids) > 0);

        caller.interrupt();
        caller.join(PLENTY);

        assertThat(caught.get()).isInstanceOf(InterruptedException.class);
        assertThat(pids(pids)).hasSize(1).noneMatch(ProcessRunnerTests::isAlive);
    }

    @Test
    void commandShowsNoArguments() {
        assertThat(command("genius", "--token", "secret")).hasToString("Command[genius]");
        assertThatThrownBy(() -> command()).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProcessRunner runner(int maxProcesses) {
        return new ProcessRunner(
                new CommandProperties(maxProcesses),
                Map.of("PATH", System.getenv("PATH"), "LANG", "C.UTF-8", "DB_PASSWORD", "secret", "FORCE_COLOR", "1"));
    }

    private Output run(Command command) throws NoOutput, InterruptedException {
        return runner.run(command, PLENTY);
    }

    private NoOutput failure(Command command, Duration deadline) {
        return assertThatExceptionOfType(NoOutput.class)
                .isThrownBy(() -> runner.run(command, deadline))
                .actual();
    }

    private static Output unchecked(ProcessRunner runner, Command command) {
        try {
            return runner.run(command, PLENTY);
        } catch (NoOutput | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Command script(String text) {
        return command("sh", "-c", text);
    }

    private static Command untilThere(Path file) {
        return script("until test -e " + file + "; do sleep 0.02; done");
    }

    private static Command command(String... arguments) {
        return new Command(List.of(arguments), Map.of());
    }

    private static boolean sleeping() {
        return ProcessHandle.current().descendants().anyMatch(ProcessHandle::isAlive);
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("sleep");
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private static Stream<Long> pids(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Long::valueOf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
