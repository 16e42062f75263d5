package io.github.nodesonde.history;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of a JVM, started when first wanted and stopped as the JVM ends. */
public final class PostgresServer {

    /** Logs in without a password, and may do anything. */
    public static final String USER = "postgres";

    /** Logs in with the password alone. */
    static final String GUARDED_USER = "watcher";

    static final String PASSWORD = "correct horse battery staple";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static Optional<String> refusal = Optional.empty();

    private PostgresServer() {}

    /** The port it listens on; skips the test where no PostgreSQL can be started. */
    static synchronized int port() {
        return started().getPort();
    }

    public static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    /** Makes an empty database and gives its name; skips the test where no PostgreSQL can be started. */
    public static synchronized String newDatabase() {
        return newDatabase(USER);
    }

    /** The same, of another user. */
    static synchronized String newDatabase(String owner) {
        String name = "history" + DATABASES.incrementAndGet();
        try (var connection = started().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return name;
    }

    /** Locks the tables of a history, so that whoever writes or reads them waits until the connection is closed. */
    public static Connection locked(String database) throws SQLException {
        Connection rival = started().getDatabase(USER, database).getConnection();
        rival.setAutoCommit(false);
        try (var statement = rival.createStatement()) {
            statement.execute("LOCK TABLE verdict_change, incident IN ACCESS EXCLUSIVE MODE");
        }
        return rival;
    }

    static HistoryProperties properties(String database, int port) {
        return new HistoryProperties(
                true,
                Path.of("nowhere"),
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                USER,
                null,
                Duration.ofDays(90),
                1_000_000,
                100_000);
    }

    private static synchronized EmbeddedPostgres started() {
        if (server == null && refusal.isEmpty()) {
            try {
                EmbeddedPostgres fresh = EmbeddedPostgres.start();
                guard(fresh);
                server = fresh;
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

    private static void guard(EmbeddedPostgres server) throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(GUARDED_USER, PASSWORD));
            Path rules;
            try (var row = statement.executeQuery("SHOW hba_file")) {
                row.next();
                rules = Path.of(row.getString(1));
            }
            Files.writeString(
                    rules, "host all %s all scram-sha-256%n%s".formatted(GUARDED_USER, Files.readString(rules)));
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
