package io.github.nodesonde.transport;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The clients of each TLS identity, made anew when one of its files holds something else. Those nobody asked for in a
 * while are forgotten. Thread-safe.
 */
final class TlsClients {

    private static final Duration FORGET_AFTER = Duration.ofMinutes(30);

    private final ConcurrentMap<TlsFiles, Made> made = new ConcurrentHashMap<>();
    private final Maker maker;

    TlsClients(Maker maker) {
        this.maker = maker;
    }

    /** @throws NoReply when a file is missing or holds not what it should */
    Clients of(TlsFiles files) throws NoReply {
        TlsMaterial material = TlsMaterial.read(files);
        @Nullable Made before = made.get(files);
        if (before != null && before.material.equals(material)) {
            before.usedNanos = System.nanoTime();
            return before.clients;
        }
        forgetUnused();
        var now = new Made(material, maker.make(material.context(), material.certificateEnds()));
        made.put(files, now);
        return now.clients;
    }

    private void forgetUnused() {
        long now = System.nanoTime();
        made.values().removeIf(one -> now - one.usedNanos > FORGET_AFTER.toNanos());
    }

    /** Makes clients. The connections of those it made before are left to idle out. */
    @FunctionalInterface
    interface Maker {

        Clients make(SslContext context, Optional<Instant> certificateEnds);
    }

    private static final class Made {

        private final TlsMaterial material;
        private final Clients clients;
        private volatile long usedNanos = System.nanoTime();

        private Made(TlsMaterial material, Clients clients) {
            this.material = material;
            this.clients = clients;
        }
    }
}
