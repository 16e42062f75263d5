package io.github.nodesonde.health;

import java.util.List;
import java.util.Optional;

/**
 * Whether a node, a network or the fleet keeps up with its chain: the answer of {@code /health} and of a node's health in
 * the API. What is unknown is empty, and never healthy.
 *
 * @param slot the head, where the chain counts in slots
 * @param synced what is known of it; not always what {@code status} rests on, for a kind without progress may be well
 *     without telling
 */
public record SyncHealth(Status status, Optional<Long> slot, Optional<Boolean> synced) {

    private static final String SLOT = "slot";
    private static final String REPORTS_DOWN = "reports-down";

    /** How it stands, in the words of the answer. */
    public enum Status {
        OK("ok"),
        SYNCING("syncing"),
        UNKNOWN("unknown");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        private static Status of(Optional<Boolean> synced) {
            return synced.map(yes -> yes ? OK : SYNCING).orElse(UNKNOWN);
        }
    }

    /**
     * Of one node. A kind without progress is well while it is up or degraded and does not itself report that it is down.
     */
    public static SyncHealth of(NodeJudgement node) {
        Optional<Boolean> synced = syncedOf(node);
        if (node.view().progress().isPresent()) {
            return new SyncHealth(Status.of(synced), slot(node.view().progress()), synced);
        }
        return new SyncHealth(isWell(node) ? Status.OK : notWell(synced), Optional.empty(), synced);
    }

    /**
     * Of one network. Synced when more than half of its nodes are known to be, not synced when at least half are known not
     * to be, else unknown; nodes in maintenance are left out.
     */
    public static SyncHealth of(NetworkJudgement network, Judgements all) {
        Optional<Boolean> synced = most(all.nodesOf(network.network().name())
                .filter(node -> node.verdict() != Verdict.MAINTENANCE)
                .map(SyncHealth::syncedOf)
                .toList());
        return new SyncHealth(Status.of(synced), slot(network.view().progress()), synced);
    }

    /**
     * Of all networks that count in slots, those in maintenance left out: not synced when one is not, else unknown when one is or when there is none; the
     * slot is the highest.
     */
    public static SyncHealth of(Judgements all) {
        List<SyncHealth> networks = all.networks().values().stream()
                .filter(network -> network.verdict() != Verdict.MAINTENANCE)
                .filter(network -> network.view()
                        .progress()
                        .filter(SyncHealth::countsInSlots)
                        .isPresent())
                .map(network -> of(network, all))
                .toList();
        Optional<Boolean> synced =
                every(networks.stream().map(SyncHealth::synced).toList());
        Optional<Long> slot =
                networks.stream().flatMap(network -> network.slot.stream()).max(Long::compare);
        return new SyncHealth(Status.of(synced), slot, synced);
    }

    /** 200 when it is well, else 503. */
    public int httpStatus() {
        return status == Status.OK ? 200 : 503;
    }

    private static Optional<Boolean> syncedOf(NodeJudgement node) {
        return node.view()
                .progress()
                .map(Progress::synced)
                .orElseGet(() -> node.view().synced());
    }

    private static Optional<Long> slot(Optional<Progress> progress) {
        return progress.filter(SyncHealth::countsInSlots).flatMap(Progress::head);
    }

    private static boolean countsInSlots(Progress progress) {
        return progress.unit().equals(SLOT);
    }

    private static boolean isWell(NodeJudgement node) {
        return (node.verdict() == Verdict.UP || node.verdict() == Verdict.DEGRADED)
                && node.findings().stream().noneMatch(finding -> finding.rule().equals(REPORTS_DOWN));
    }

    private static Status notWell(Optional<Boolean> synced) {
        return synced.orElse(true) ? Status.UNKNOWN : Status.SYNCING;
    }

    private static Optional<Boolean> most(List<Optional<Boolean>> votes) {
        if (2 * count(votes, true) > votes.size()) {
            return Optional.of(true);
        }
        return !votes.isEmpty() && 2 * count(votes, false) >= votes.size() ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> every(List<Optional<Boolean>> votes) {
        if (count(votes, false) > 0) {
            return Optional.of(false);
        }
        return !votes.isEmpty() && count(votes, true) == votes.size() ? Optional.of(true) : Optional.empty();
    }

    private static long count(List<Optional<Boolean>> votes, boolean answer) {
        return votes.stream()
                .flatMap(Optional::stream)
                .filter(vote -> vote == answer)
                .count();
    }
}
