package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings.HeadLimits;
import io.github.nodesonde.inventory.Fields;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.node.NetworkSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the keys of lean networks and nodes. */
@Component
final class LeanNodeKind implements NodeKind {

    static final String TYPE = "lean";

    private static final long DEFAULT_SECONDS_PER_SLOT = 4;
    private static final long MAX_SECONDS_PER_SLOT = 3600;
    private static final long MAX_SLOTS_PER_EPOCH = 1_000_000;
    private static final long MAX_SLOTS_APART = 1_000_000;
    private static final long LAST_SECOND_OF_YEAR_9999 = 253_402_300_799L;

    /** Stands for an address that the inventory fails to give; never asked, for such an inventory is not put in force. */
    private static final URI NOWHERE = URI.create("http://unread.invalid");

    private final LeanClients clients;

    LeanNodeKind(LeanClients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> probes() {
        return List.of(
                LeanHealthProbe.NAME,
                LeanMetricsProbe.NAME,
                LeanForkChoiceProbe.NAME,
                LeanSyncingProbe.NAME,
                LeanGenesisProbe.NAME);
    }

    @Override
    public LeanNetworkSettings network(Fields fields) {
        Fields rules = fields.nested("rules");
        return new LeanNetworkSettings(
                fields.integer("genesis-time", 0, LAST_SECOND_OF_YEAR_9999).map(Instant::ofEpochSecond),
                Duration.ofSeconds(fields.integer("seconds-per-slot", 1, MAX_SECONDS_PER_SLOT)
                        .orElse(DEFAULT_SECONDS_PER_SLOT)),
                fields.integer("slots-per-epoch", 1, MAX_SLOTS_PER_EPOCH),
                headLimits(rules),
                ForkLimits.read(rules));
    }

    @Override
    public LeanNodeSettings node(Fields fields, NetworkSettings network) {
        Optional<URI> url = fields.baseUrl("url");
        Optional<URI> api = fields.baseUrl("api");
        Optional<URI> metrics = fields.baseUrl("metrics");
        checkAddress(fields);
        return new LeanNodeSettings(
                url.or(() -> api).orElse(NOWHERE),
                url.or(() -> metrics).orElse(NOWHERE),
                fields.oneOf("client", clients.choices()).flatMap(choice -> choice));
    }

    @Override
    public Duration interval(NetworkSettings network) {
        return ((LeanNetworkSettings) network).slot();
    }

    private static HeadLimits headLimits(Fields rules) {
        var limits = new HeadLimits(
                rules.integer("lag-slots", 1, MAX_SLOTS_APART).orElse(HeadLimits.DEFAULT.lagSlots()),
                rules.integer("lag-clear-slots", 0, MAX_SLOTS_APART).orElse(HeadLimits.DEFAULT.lagClearSlots()),
                rules.integer("chain-stall-slots", 1, MAX_SLOTS_APART).orElse(HeadLimits.DEFAULT.chainStallSlots()));
        if (limits.lagClearSlots() > limits.lagSlots()) {
            if (rules.has("lag-clear-slots")) {
                rules.problem("lag-clear-slots", "at most lag-slots, " + limits.lagSlots(), "lower it");
            } else {
                rules.problem("lag-slots", "at least lag-clear-slots, " + limits.lagClearSlots(), "set both");
            }
        }
        return limits;
    }

    private static void checkAddress(Fields fields) {
        boolean whole = fields.has("url");
        boolean api = fields.has("api");
        boolean metrics = fields.has("metrics");
        if (whole && (api || metrics)) {
            fields.misnamed("url", "either url, or api and metrics", "remove the one or the others");
        } else if (!whole && !api && !metrics) {
            fields.problem("url", "a base URL", "add url:, or api: and metrics: where the two differ");
        } else if (!whole && !(api && metrics)) {
            String missing = api ? "metrics" : "api";
            fields.problem(missing, "a base URL", "add " + missing + ":, or put url: in place of both");
        }
    }
}
