package io.github.nodesonde.inventory;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.observation.ObservationLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one entry under {@code networks:}, its kind's own keys by its kind. */
final class NetworkReader {

    private static final int MOST_NODES = 100_000;
    private static final int DEFAULT_DOWN_AFTER = 2;
    private static final Duration DEFAULT_CONFIRM_AFTER = Duration.ofSeconds(2);
    private static final Map<String, DownWhen> DOWN_WHEN = Arrays.stream(DownWhen.values())
            .collect(Collectors.toMap(choice -> choice.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final Map<String, NodeKind> kinds;

    NetworkReader(Map<String, NodeKind> kinds) {
        this.kinds = kinds;
    }

    /**
     * Puts the entry under its name as written; without a value when even what kind was meant is unknown. Of two alike the
     * first stays.
     */
    void read(YamlFields fields, Map<String, Named> networks) {
        Optional<String> name = fields.requiredText("name");
        name.ifPresent(_ -> fields.value("name", Scalar.NAME));
        Optional<NodeKind> kind = fields.required("type", Scalar.oneOf(kinds))
                .or(() -> fields.nearest("type", kinds.keySet()).map(kinds::get));
        if (kind.isEmpty()) {
            checkCommonKeys(fields);
            fields.leaveOpen();
        }
        var named = new Named(fields.line("name"), kind.map(known -> entry(fields, name.orElse(""), known)));
        if (name.isPresent()) {
            Named first = networks.putIfAbsent(name.get(), named);
            if (first != null) {
                fields.problem("name", "a name of its own, not that of line " + first.line(), "rename one of the two");
            }
        }
    }

    private void checkCommonKeys(YamlFields fields) {
        var _ = network(fields, "", "", new NetworkSettings.None());
        Pace.check(fields, kinds.values());
    }

    private static NetworkEntry entry(YamlFields fields, String name, NodeKind kind) {
        NetworkSettings settings = kind.network(fields);
        return new NetworkEntry(
                network(fields, name, kind.type(), settings),
                kind,
                Pace.every(kind.interval(settings)).with(fields, kind.probes()));
    }

    private static Network network(YamlFields fields, String name, String type, NetworkSettings settings) {
        YamlFields health = fields.nested("health");
        YamlFields rules = fields.nested("rules");
        return new Network(
                name,
                type,
                fields.flag("complete").orElse(false),
                health.oneOf("down-when", DOWN_WHEN),
                health.integer("min-up", 0, MOST_NODES).map(Math::toIntExact).orElse(0),
                rules.integer("down-after", 1, ObservationLog.ROUNDS_KEPT)
                        .map(Math::toIntExact)
                        .orElse(DEFAULT_DOWN_AFTER),
                rules.duration("confirm-after", Duration.ofMillis(100), Duration.ofHours(1))
                        .orElse(DEFAULT_CONFIRM_AFTER),
                rules.duration("certificate-expiring", Duration.ofMinutes(1), Duration.ofDays(3650))
                        .orElse(Network.DEFAULT_CERTIFICATE_NOTICE),
                settings);
    }

    /** A name that is taken, by the entry in that line; the entry itself when its kind is known or can be guessed. */
    record Named(int line, Optional<NetworkEntry> entry) {}
}
