package io.github.nodesonde.cli;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps the first judgement of a node that rests on a round of it. Thread-safe. */
final class FirstRound implements JudgementListener {

    private final CompletableFuture<NodeJudgement> judged = new CompletableFuture<>();

    @Override
    public void judged(Judgements before, Judgements now) {
        now.nodes().values().stream()
                .filter(node -> !node.seen().rounds().isEmpty())
                .findFirst()
                .ifPresent(judged::complete);
    }

    /** Waits for it; empty when there is none in time. */
    Optional<NodeJudgement> within(Duration time) throws InterruptedException {
        try {
            return Optional.of(judged.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a judgement never fails to be kept", e);
        }
    }
}
