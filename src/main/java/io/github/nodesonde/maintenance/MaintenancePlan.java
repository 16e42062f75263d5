package io.github.nodesonde.maintenance;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.text.PrintableText;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The windows that are open or to come. A change counts once it is in the file, and is told in the log. A file that cannot
 * be read is told there too, and counts for an empty one. Thread-safe.
 */
@Component
public final class MaintenancePlan implements MaintenanceSchedule {

    /** More at once are not taken. */
    public static final int MOST_WINDOWS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(MaintenancePlan.class);

    private final MaintenanceFile file;
    private final Clock clock;
    private volatile List<MaintenanceWindow> kept;

    MaintenancePlan(MaintenanceProperties properties, Clock clock) {
        this.file = new MaintenanceFile(properties.file());
        this.clock = clock;
        this.kept = read(file);
    }

    /** Those that are not over, the next to begin first. */
    public List<MaintenanceWindow> windows() {
        Instant now = clock.instant();
        return kept.stream()
                .filter(window -> !window.isOver(now))
                .sorted(MaintenanceWindow.ORDER)
                .toList();
    }

    @Override
    public Set<NodeId> nodesAt(Fleet fleet, Instant at) {
        List<MaintenanceWindow> open =
                kept.stream().filter(window -> window.isOpen(at)).toList();
        return open.isEmpty()
                ? Set.of()
                : fleet.nodes().values().stream()
                        .filter(node -> open.stream().anyMatch(window -> window.covers(node)))
                        .map(Node::id)
                        .collect(toUnmodifiableSet());
    }

    /**
     * @return false when there are {@value #MOST_WINDOWS} already
     * @throws IOException when it cannot be kept; then nothing has changed
     */
    public synchronized boolean add(MaintenanceWindow window) throws IOException {
        List<MaintenanceWindow> before = windows();
        if (before.size() >= MOST_WINDOWS) {
            return false;
        }
        keep(Stream.concat(before.stream(), Stream.of(window)).toList());
        tell(window, "maintenance of {} from {} until {}, because: {}; by {}");
        return true;
    }

    /**
     * Ends a window now, or drops one to come.
     *
     * @return whether there was such a one
     * @throws IOException when it cannot be kept; then nothing has changed
     */
    public synchronized boolean end(String id) throws IOException {
        List<MaintenanceWindow> before = windows();
        Optional<MaintenanceWindow> found =
                before.stream().filter(window -> window.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return false;
        }
        keep(before.stream().filter(window -> !window.id().equals(id)).toList());
        tell(found.get(), "maintenance of {} from {} until {} is ended early; it was because: {}; by {}");
        return true;
    }

    private void keep(List<MaintenanceWindow> windows) throws IOException {
        file.write(windows);
        kept = windows;
    }

    private static void tell(MaintenanceWindow window, String line) {
        LOG.atInfo()
                .addKeyValue("window", window.id())
                .log(
                        line,
                        subjects(window),
                        window.startsAt(),
                        window.endsAt(),
                        PrintableText.of(window.because()),
                        PrintableText.of(window.by()));
    }

    private static String subjects(MaintenanceWindow window) {
        return PrintableText.of(String.join(
                ", ",
                Stream.concat(
                                window.nodes().stream().map(id -> "node " + id),
                                window.networks().stream().map(name -> "network " + name))
                        .toList()));
    }

    private static List<MaintenanceWindow> read(MaintenanceFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            LOG.atError()
                    .setCause(e)
                    .log(
                            "the file of nodesonde.maintenance.file cannot be read; no node counts as in maintenance, and the"
                                    + " next window replaces it");
            return List.of();
        }
    }
}
