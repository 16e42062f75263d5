package io.github.nodesonde.history;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of a JVM, started when first wanted and stopped as the JVM ends. */
final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static Optional<String> refusal = Optional.empty();

    private PostgresServer() {}

    /** The port it listens on; skips the test where no PostgreSQL can be started. */
    static synchronized int port() {
        return started().getPort();
    }

    /** Makes an empty database and gives its name. */
    static synchronized String newDatabase() {
        String name = "history" + DATABASES.incrementAndGet();
        try (var connection = started().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return name;
    }

    static HistoryProperties properties(String database, int port) {
        return new HistoryProperties(
                true,
                Path.of("nowhere"),
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                "postgres",
                null,
                Duration.ofDays(90),
                1_000_000,
                100_000);
    }

    private static EmbeddedPostgres started() {
        if (server == null && refusal.isEmpty()) {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException | IllegalStateException e) {
                refusal = Optional.of(e.toString());
            }
        }
        assumeThat(refusal).as("why PostgreSQL could not be started here").isEmpty();
        if (server == null) {
            throw new AssertionError("neither a server nor a reason");
        }
        return server;
    }
}
