package io.github.nodesonde.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.nodesonde.text.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history's database: shut until it is opened, which may fail and be tried again. Opened, shut and written to by one
 * thread; read by any, a few at once.
 */
final class Database implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:io/github/nodesonde/history/migration";
    private static final int READERS = 4;
    /** The writer, and one that looks up which migrations there were while another makes them. */
    private static final int WRITERS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);
    /** How much longer a server may be silent that was told to give up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final String REMEDY =
            "Nodes are watched all the same, and what happens meanwhile is written down later. Ask again in a minute; when it"
                    + " lasts, see the gateway's log and what nodesonde.history says of the database.";

    private final HistoryProperties properties;
    private final Semaphore readers = new Semaphore(READERS, true);
    private volatile @Nullable Session session;

    Database(HistoryProperties properties) {
        this.properties = properties;
    }

    boolean isOpen() {
        return session != null;
    }

    /**
     * Connects and brings the tables up to date.
     *
     * @throws IOException when a file of it cannot be read or made
     * @throws RuntimeException when the database says no
     */
    void open() throws IOException {
        close();
        var writing = new HikariDataSource(pool("history", WRITERS, LONGEST_WRITE));
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(writing)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
            session = new Session(writing, new HikariDataSource(readingPool()));
        } finally {
            if (session == null) {
                writing.close();
            }
        }
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    /**
     * Asks the database.
     *
     * @throws HistoryUnavailableException when it is shut, busy, or gives no answer in time
     */
    <T> T read(Function<JdbcClient, T> question) {
        Session open = session;
        if (open == null) {
            throw new HistoryUnavailableException("The history's database cannot be reached. " + REMEDY);
        }
        if (!mayRead()) {
            throw new HistoryUnavailableException("The history's database is busy. " + REMEDY);
        }
        try {
            return question.apply(open.reading);
        } catch (DataAccessException e) {
            throw new HistoryUnavailableException("The history's database gave no answer. " + REMEDY, e);
        } finally {
            readers.release();
        }
    }

    /** Writes in one transaction; the database is open. Whatever the database says instead is thrown. */
    <T extends @Nullable Object> T write(Function<JdbcTemplate, T> work) throws TransactionException {
        Session open = session;
        if (open == null) {
            throw new IllegalStateException("the database is shut");
        }
        return open.transaction.execute(_ -> work.apply(open.writing));
    }

    private boolean mayRead() {
        try {
            return readers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Apart from the writer's, so that a question which hangs keeps no connection from it, and is given up sooner. */
    private HikariConfig readingPool() throws IOException {
        HikariConfig pool = pool("history-reading", READERS, LONGEST_READ);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private HikariConfig pool(String name, int connections, Duration longest) throws IOException {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(PATIENCE.toMillis() / 2);
        String url = properties.url();
        pool.setJdbcUrl(url == null ? embedded(properties.path()) : url);
        if (url != null && url.startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("connectTimeout", "5");
            pool.addDataSourceProperty(
                    "socketTimeout", String.valueOf(longest.plus(GRACE).toSeconds()));
            pool.addDataSourceProperty("cancelSignalTimeout", String.valueOf(GRACE.toSeconds()));
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("ApplicationName", "nodesonde");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        pool.setUsername(properties.username() == null && url == null ? "sa" : properties.username());
        Path password = properties.passwordFile();
        if (password != null) {
            pool.setPassword(password(password));
        }
        return pool;
    }

    private static String password(Path file) throws IOException {
        try {
            return new SecretFile(file).read();
        } catch (SecretFile.Unusable e) {
            String flaw = switch (e.flaw()) {
                case MISSING -> "is not there";
                case UNREADABLE -> "cannot be read";
                case NO_SECRET -> "holds no password of one line";
            };
            // Without its cause, for the log tells the innermost.
            throw new IOException("the file that nodesonde.history.password-file names, %s, %s".formatted(file, flaw));
        }
    }

    /** Commits go to the file at once: with H2's usual delay of half a second a killed gateway would lose some. */
    private static String embedded(Path folder) throws IOException {
        Path home = folder.toAbsolutePath();
        Files.createDirectories(home);
        return "jdbc:h2:file:" + home.resolve("history") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static final class Session {

        private final HikariDataSource writers;
        private final HikariDataSource readers;
        private final JdbcClient reading;
        private final JdbcTemplate writing;
        private final TransactionTemplate transaction;

        Session(HikariDataSource writers, HikariDataSource readers) {
            this.writers = writers;
            this.readers = readers;
            this.reading = JdbcClient.create(template(readers, LONGEST_READ));
            this.writing = template(writers, LONGEST_WRITE);
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(writers));
        }

        void close() {
            readers.close();
            writers.close();
        }

        private static JdbcTemplate template(HikariDataSource source, Duration longest) {
            var template = new JdbcTemplate(source);
            template.setQueryTimeout((int) longest.toSeconds());
            return template;
        }
    }
}
