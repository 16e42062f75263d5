package io.github.nodesonde.cli;

import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryLocation;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.Problem;
import io.github.nodesonde.inventory.UnusableInventoryException;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.text.NearestName;
import io.github.nodesonde.text.PrintableText;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asks one node of an inventory now and prints what came of it. Mistakes go to the other stream. */
final class ProbeCommand {

    private final PrintStream out;
    private final PrintStream err;
    private final Colours colours;

    ProbeCommand(PrintStream out, PrintStream err, @Nullable Console console, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.colours = Colours.of(console, environment);
    }

    ExitCode run(Command.Probe command) {
        Optional<Fleet> fleet = fleet(command.inventory());
        if (fleet.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        Node node = node(command.node(), fleet.get());
        try {
            ProbeReport report = new NodeProbing(fleet.get(), node).ask(command.properties());
            out.print(command.json() ? json(report) : new ProbeText(report, colours).text());
            return report.node().verdict().isHealthy() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    /** Empty when there is none to be used, which is told. */
    private Optional<Fleet> fleet(String named) {
        try {
            var reader = new InventoryReader(KindScan.kinds());
            return switch (reader.read(new InventoryLocation().find(named))) {
                case InventoryContents.Valid(Fleet fleet) -> Optional.of(fleet);
                case InventoryContents.Broken(List<Problem> problems) -> {
                    problems.forEach(err::println);
                    yield Optional.empty();
                }
            };
        } catch (UnusableInventoryException e) {
            e.lines().forEach(err::println);
            return Optional.empty();
        }
    }

    private static Node node(String written, Fleet fleet) {
        return NodeId.parse(written)
                .flatMap(id -> Optional.ofNullable(fleet.nodes().get(id)))
                .orElseThrow(() -> new UsageException("the inventory has no node "
                        + PrintableText.quoted(written)
                        + NearestName.of(
                                        written,
                                        fleet.nodes().keySet().stream()
                                                .map(NodeId::value)
                                                .toList())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("")));
    }

    private static String json(ProbeReport report) {
        return JsonMapper.shared().writeValueAsString(ProbeJson.of(report)) + System.lineSeparator();
    }
}
