package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Promql.NODES;
import static io.github.nodesonde.deploy.dashboard.Promql.having;
import static io.github.nodesonde.deploy.dashboard.Promql.lacking;
import static io.github.nodesonde.deploy.dashboard.Promql.network;
import static io.github.nodesonde.deploy.dashboard.Promql.node;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeBy;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeVerdict;

import java.util.List;

/** Validators: whether they validate, what the chain holds of their stake, and what will be due. */
final class GenLayerValidators {

    /** A network shows by its epoch though its nodes are dead, and by its nodes though it has no source of staking. */
    private static final String OF_THE_KIND = "{__name__=~\"genlayer_health_up|genlayer_epoch_current\"}";

    private static final Style GEN = Style.unit("suffix: GEN");

    private GenLayerValidators() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "nodesonde-genlayer",
                "GenLayer validators",
                "Whether GenLayer validators validate, what the chain holds of their stake, and what is due.",
                List.of("genlayer"),
                List.of(
                        Variable.DATASOURCE,
                        Variable.anyListed(
                                "network",
                                "Network",
                                "GenLayer networks of the inventory.",
                                "label_values(" + OF_THE_KIND + ", network)"),
                        Variable.any(
                                "node",
                                "Validator",
                                "Nodes of the networks chosen.",
                                "label_values(nodesonde_node_verdict{network=~\"$network\"}, node)"),
                        Variable.PAGE),
                List.of(atAGlance(), validators(), staking(), work(), machines()));
    }

    private static Row atAGlance() {
        return Row.of(
                "At a glance",
                Panel.tiles(
                                "Validators that want somebody",
                                "How many report themselves down, do not validate, or are in the way of earning by what the"
                                        + " chain holds of them. A node that syncs reports itself down, too.",
                                Style.concern(Colour.DOWN).whenNothing("nothing is known"),
                                Query.newest(lacking("genlayer_health_up"), "report down"),
                                Query.newest(lacking("genlayer_validating_up"), "not validating"),
                                Query.newest(lacking("genlayer_validator_in_active_set"), "not active"),
                                Query.newest(having("genlayer_validator_banned"), "banned"),
                                Query.newest(having("genlayer_validator_quarantined"), "quarantined"),
                                Query.newest(having("genlayer_validator_needs_priming"), "need priming"),
                                Query.newest(
                                        "sum(" + node("genlayer_operator_balance_gen") + " < bool 1)",
                                        "wallet under 1 GEN"))
                        .options("orientation", "auto")
                        .size(16, 4),
                Panel.tiles(
                                "Time until the next epoch",
                                "The earliest that the next epoch may start; 0 once it might have. Before that, validators are to"
                                        + " be primed.",
                                Style.unit("s")
                                        .from(Colour.DEGRADED, 21600, Colour.SOFT)
                                        .whenNothing("no source of staking"),
                                Query.newest(network("genlayer_epoch_time_until_next_seconds"), "{{network}}"))
                        .size(4, 4),
                Panel.tiles(
                                "Epoch",
                                "Number of the current epoch of each network.",
                                Style.unit("none").from(Colour.SOFT).whenNothing("no source of staking"),
                                Query.newest(network("genlayer_epoch_current"), "{{network}}"))
                        .size(4, 4));
    }

    private static Row validators() {
        return Row.of(
                "Validators",
                Panel.table(
                                "Validators, worst first",
                                "What each validator tells of itself. What is empty, it does not tell. The name leads to the"
                                        + " node's detail and to the status page, which names the causes.",
                                Column.of("Verdict", nodeVerdict(), Style.verdicts()),
                                Column.of("Reports", node("genlayer_health_up"), Style.good("down", "up")),
                                Column.of("Validating", node("genlayer_validating_up"), Style.good("no", "yes")),
                                Column.of("zkSync RPC", node("genlayer_zksync_rpc_up"), Style.good("down", "up")),
                                Column.of("zkSync WS", node("genlayer_zksync_ws_up"), Style.good("down", "up")),
                                Column.of("Synced", node("genlayer_node_synced"), Style.good("no", "yes")),
                                Column.of(
                                        "Blocks behind",
                                        node("genlayer_node_blocks_behind"),
                                        Style.unit("short").from(Colour.SOFT, 20, Colour.DEGRADED)),
                                Column.label("Version", "version", nodeBy("version", "genlayer_node_version_info")))
                        .size(14, 11),
                Panel.timeline(
                                "Validators over time",
                                "Verdict of each validator. A gap is a time in which nothing was scraped.",
                                Style.verdicts(),
                                Query.range(nodeVerdict(), "{{node}}"))
                        .linkedToNodes()
                        .size(10, 11),
                Panel.timeline(
                                "Health checks",
                                "What each validator reports of each of its own checks.",
                                Style.good("down", "up"),
                                Query.range(nodeBy("check", "genlayer_health_check_up"), "{{node}} {{check}}"))
                        .linkedToNodes()
                        .size(14, 12),
                Panel.timeline(
                                "GenVM modules",
                                "The state in which each validator sees the modules of its GenVM. One whose language model ails"
                                        + " looks up and votes Timeout.",
                                Style.states(
                                        new Style.State("healthy", Colour.UP),
                                        new Style.State("suspect", Colour.DEGRADED),
                                        new Style.State("unknown", Colour.UNKNOWN),
                                        new Style.State("degraded", Colour.DOWN)),
                                Query.range("""
                                        max by (network, node, module) (
                                            genlayer_genvm_module_state{%1$s,state="healthy"} * 0
                                         or genlayer_genvm_module_state{%1$s,state="suspect"}
                                         or genlayer_genvm_module_state{%1$s,state="unknown"} * 2
                                         or genlayer_genvm_module_state{%1$s,state="degraded"} * 3
                                        )""".formatted(NODES), "{{node}} {{module}}"))
                        .linkedToNodes()
                        .size(10, 12));
    }

    private static Row staking() {
        return Row.of(
                "Staking",
                Panel.table(
                                "Stake, by the chain",
                                "What the staking contract holds of each validator. What is empty, it does not hold, or its list"
                                        + " was cut short.",
                                Column.of("Self-stake", node("genlayer_validator_stake_current"), GEN),
                                Column.of("Delegated", node("genlayer_validator_stake_delegated"), GEN),
                                Column.of("Active", node("genlayer_validator_in_active_set"), Style.good("no", "yes")),
                                Column.of("Live", node("genlayer_validator_live"), Style.good("no", "yes")),
                                Column.of("Banned", node("genlayer_validator_banned"), Style.bad("no", "yes")),
                                Column.of(
                                        "Banned until",
                                        node("genlayer_validator_banned_until_epoch"),
                                        Style.unit("prefix:epoch ")),
                                Column.of(
                                        "Quarantined", node("genlayer_validator_quarantined"), Style.bad("no", "yes")),
                                Column.of(
                                        "Needs priming",
                                        node("genlayer_validator_needs_priming"),
                                        Style.bad("no", "yes")),
                                Column.of(
                                        "Primed", node("genlayer_validator_primed_epoch"), Style.unit("prefix:epoch ")),
                                Column.of("Joining", node("genlayer_validator_pending_deposits_gen"), GEN),
                                Column.of(
                                        "Joins in",
                                        node("genlayer_validator_epochs_remaining_for_activation"),
                                        Style.unit("suffix: epochs")),
                                Column.of("Leaving", node("genlayer_validator_pending_withdrawals_gen"), GEN),
                                Column.of("Claimable", node("genlayer_validator_claimable_withdrawals_gen"), GEN),
                                Column.of(
                                        "Wallet",
                                        node("genlayer_operator_balance_gen"),
                                        GEN.from(Colour.DOWN, 1, Colour.SOFT)))
                        .size(24, 11),
                Panel.lines(
                                "Self-stake",
                                "Self-stake of each validator. It falls by slashing and withdrawals, and rises when a deposit"
                                        + " becomes active.",
                                GEN,
                                Query.range(node("genlayer_validator_stake_current"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Delegated stake",
                                "Stake that others delegated to each validator.",
                                GEN.fromZero(),
                                Query.range(node("genlayer_validator_stake_delegated"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Operators' wallets",
                                "What each validator pays its transactions from. Under 1 GEN it will soon miss rounds.",
                                GEN.fromZero().from(Colour.DOWN, 1, Colour.SOFT),
                                Query.range(node("genlayer_operator_balance_gen"), "{{node}}"))
                        .linkedToNodes());
    }

    private static Row work() {
        return Row.of(
                "Work",
                Panel.lines(
                                "Blocks behind",
                                "How far each validator is behind the chain. Falling is catching up.",
                                Style.unit("short").fromZero().from(Colour.SOFT, 20, Colour.DEGRADED),
                                Query.range(node("genlayer_node_blocks_behind"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Votes committed",
                                "Votes that each validator commits in a minute, as its own gauge grows; a restart shows as"
                                        + " nothing. An active, synced validator without any for an hour takes no part.",
                                Style.unit("opm").fromZero(),
                                Query.range(perMinute("genlayer_node_transactions_validator_commit_total"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Votes revealed",
                                "Votes that each validator reveals in a minute; what is committed and not revealed is lost.",
                                Style.unit("opm").fromZero(),
                                Query.range(perMinute("genlayer_node_transactions_validator_reveal_total"), "{{node}}"))
                        .linkedToNodes());
    }

    private static Row machines() {
        return Row.of(
                "Machines",
                Panel.lines(
                                "Disk free",
                                "The smallest share that is free of a disk each validator uses.",
                                Style.unit("percentunit").between(0, 1).from(Colour.DOWN, 0.1, Colour.SOFT),
                                Query.range(
                                        "min by (network, node) ("
                                                + nodeBy("directory", "genlayer_node_disk_free_bytes") + " / "
                                                + nodeBy("directory", "genlayer_node_disk_total_bytes") + ")",
                                        "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "GenVM permits",
                                "How many contracts each validator may still run besides those that run; at 0 it can run none.",
                                Style.unit("short").fromZero().decimals(0),
                                Query.range(node("genlayer_node_genvm_permits_current"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Descriptors open",
                                "Share of its file descriptors that each validator's process has open.",
                                Style.unit("percentunit").between(0, 1).from(Colour.SOFT, 0.85, Colour.DOWN),
                                Query.range(node("process_open_fds") + " / " + node("process_max_fds"), "{{node}}"))
                        .linkedToNodes());
    }

    /** Of a gauge that only ever grows while the process runs. */
    private static String perMinute(String gauge) {
        return "60 * clamp_min(max by (network, node) (deriv(" + gauge + "{" + NODES + "}[$__rate_interval])), 0)";
    }
}
