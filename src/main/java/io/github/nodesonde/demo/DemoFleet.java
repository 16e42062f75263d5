package io.github.nodesonde.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The simulated nodes and services, running, and the inventory file that lists them. Closing it stops them and removes its folder. */
final class DemoFleet implements AutoCloseable {

    private final Map<String, LoopbackHost> hosts;
    private final Collection<LoopbackHost> services;
    private final Path folder;
    private final Path inventory;

    private DemoFleet(Map<String, LoopbackHost> hosts, Collection<LoopbackHost> services, Path folder, String inventory)
            throws IOException {
        this.hosts = hosts;
        this.services = services;
        this.folder = folder;
        this.inventory = Files.writeString(folder.resolve("nodesonde.yaml"), inventory);
    }

    /** Starts every node and service of the networks; none is left running when one cannot be started. */
    static DemoFleet start(List<SimulatedNetwork> networks, Clock clock) {
        var hosts = new LinkedHashMap<String, LoopbackHost>();
        var services = new IdentityHashMap<SimulatedService, LoopbackHost>();
        try {
            for (SimulatedNetwork network : networks) {
                for (SimulatedService service : network.services()) {
                    services.put(service, LoopbackHost.of(service, clock));
                }
                for (SimulatedNode node : network.nodes()) {
                    hosts.put(node.id(), LoopbackHost.of(node, clock));
                }
            }
            return new DemoFleet(
                    hosts,
                    services.values(),
                    Files.createTempDirectory("nodesonde-demo"),
                    InventoryText.of(
                            networks,
                            node -> base(hosts, node.id()).orElseThrow(),
                            service -> requireNonNull(services.get(service)).base()));
        } catch (IOException | RuntimeException e) {
            hosts.values().forEach(LoopbackHost::close);
            services.values().forEach(LoopbackHost::close);
            throw new IllegalStateException("the demo fleet cannot be started", e);
        }
    }

    /** A temporary one, of the fleet's own; whatever is in it goes when the fleet is closed. */
    Path folder() {
        return folder;
    }

    Path inventory() {
        return inventory;
    }

    /** Where a node is to be found; empty for an id that is none. */
    Optional<URI> base(String id) {
        return base(hosts, id);
    }

    @Override
    public void close() {
        hosts.values().forEach(LoopbackHost::close);
        services.forEach(LoopbackHost::close);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's folder cannot be removed", e);
        }
    }

    private static Optional<URI> base(Map<String, LoopbackHost> hosts, String id) {
        return Optional.ofNullable(hosts.get(id)).map(LoopbackHost::base);
    }
}
