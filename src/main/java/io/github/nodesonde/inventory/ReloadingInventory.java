package io.github.nodesonde.inventory;

import io.github.nodesonde.node.Fleet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The inventory of one file. Looks at the whole contents, for neither time nor size of a file tells every change: in
 * place, by renaming or behind a symlink.
 */
@Component
class ReloadingInventory implements Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingInventory.class);

    private final Path file;
    private final InventoryReader reader;
    private final Clock clock;
    private InventorySource source;
    private volatile InForce inForce;

    private record InForce(Fleet fleet, InventoryState state) {}

    @Autowired
    ReloadingInventory(InventoryProperties properties, ObjectProvider<NodeKind> kinds, Clock clock) {
        this(
                new InventoryLocation().find(properties.inventory()),
                new InventoryReader(kinds.orderedStream().toList()),
                clock);
    }

    /** @throws UnusableInventoryException when the file is broken: there is no last good one yet */
    ReloadingInventory(Path file, InventoryReader reader, Clock clock) {
        this.file = file;
        this.reader = reader;
        this.clock = clock;
        source = InventorySource.load(file);
        inForce = switch (reader.read(source)) {
            case InventoryContents.Valid(Fleet fleet) -> loaded(fleet);
            case InventoryContents.Broken(List<Problem> problems) ->
                throw new UnusableInventoryException(
                        problems.stream().map(Problem::toString).toList());
        };
    }

    @Override
    public Fleet now() {
        return inForce.fleet;
    }

    @Override
    public InventoryState state() {
        return inForce.state;
    }

    /**
     * Reads the file if there is anything new, and puts it in force if it is valid. While the last reading was broken,
     * the file is read each time: what was wrong may be mended elsewhere, such as a secret's file.
     */
    @Override
    public synchronized InventoryState reload() {
        InventorySource newest = InventorySource.load(file);
        if (!newest.equals(source) || !inForce.state.ok()) {
            source = newest;
            switch (reader.read(newest)) {
                case InventoryContents.Valid(Fleet fleet) -> inForce = loaded(fleet);
                case InventoryContents.Broken(List<Problem> problems) ->
                    keep(problems.stream().map(Problem::toString).toList());
            }
        }
        return inForce.state;
    }

    private InForce loaded(Fleet fleet) {
        LOG.atInfo()
                .addKeyValue("nodes", fleet.nodes().size())
                .addKeyValue("networks", fleet.networks().size())
                .log("the inventory is in force");
        return new InForce(fleet, new InventoryState(true, clock.instant(), List.of()));
    }

    private void keep(List<String> problems) {
        InForce before = inForce;
        if (!problems.equals(before.state.problems())) {
            LOG.error("the inventory is broken, the last good one stays in force");
            problems.forEach(LOG::error);
        }
        inForce = new InForce(before.fleet, new InventoryState(false, before.state.loadedAt(), problems));
    }
}
