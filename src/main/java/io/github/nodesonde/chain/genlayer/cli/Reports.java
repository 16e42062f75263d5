package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the tool tells besides the epoch. A list is empty where the installed release has none. */
record Reports(
        Optional<Listing<Address>> active,
        Optional<Listing<Ban>> banned,
        Optional<Listing<Ban>> quarantined,
        Map<Address, ValidatorAnswer> validators) {

    /**
     * Runs the tool once for each list and each validator, some runs at once.
     *
     * @throws CliFailure when a list failed, or whoever the tool asks wants to be left alone; the other runs are given up
     */
    static Reports gather(CliTool tool, Set<Address> validators, int atOnce, RoundClock time)
            throws CliFailure, InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            try {
                Future<Optional<Listing<Address>>> active = threads.submit(() -> tool.active(time.next()));
                Future<Optional<Listing<Ban>>> banned = threads.submit(() -> tool.banned(time.next()));
                Future<Optional<Listing<Ban>>> quarantined = threads.submit(() -> tool.quarantined(time.next()));
                var asked = new HashMap<Address, Future<ValidatorAnswer>>();
                for (Address validator : validators) {
                    asked.put(validator, threads.submit(() -> validator(tool, validator, time)));
                }
                var answers = new HashMap<Address, ValidatorAnswer>();
                for (var answer : asked.entrySet()) {
                    answers.put(answer.getKey(), result(answer.getValue()));
                }
                return new Reports(result(active), result(banned), result(quarantined), answers);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** One that fails leaves the others what they are. */
    private static ValidatorAnswer validator(CliTool tool, Address validator, RoundClock time)
            throws CliFailure, InterruptedException {
        try {
            return tool.validator(validator, time.next());
        } catch (CliFailure e) {
            if (e.isRateLimited()) {
                throw e;
            }
            return new ValidatorAnswer.Unread(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private static <T> T result(Future<T> run) throws CliFailure, InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CliFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("the tool could not be run", e.getCause());
        }
    }
}
