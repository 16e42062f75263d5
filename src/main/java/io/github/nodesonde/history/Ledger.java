package io.github.nodesonde.history;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.Batch.Numbered;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes to the tables, each call in one transaction. Whatever the database says instead is thrown. */
final class Ledger {

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /** Writes what of the batch is not written yet: a batch may come again when nobody knows whether it was. */
    void write(Batch batch) {
        database.write(jdbc -> {
            long written = begun(jdbc, batch.stretch());
            List<Numbered> fresh = batch.numbered().stream()
                    .filter(numbered -> numbered.number() > written)
                    .toList();
            insertChanges(jdbc, batch.stretch(), fresh);
            fresh.stream()
                    .map(Numbered::entry)
                    .filter(Entry.OfIncident.class::isInstance)
                    .forEach(entry -> put(jdbc, ((Entry.OfIncident) entry).incident()));
            return jdbc.update(
                    "UPDATE stretch SET written = ?, seen_until = GREATEST(seen_until, ?) WHERE id = ?",
                    fresh.isEmpty() ? written : fresh.getLast().number(),
                    sql(batch.seenUntil()),
                    batch.stretch().id());
        });
    }

    /** The incidents that are open as far as is written. */
    List<Incident> open() {
        return database.write(jdbc -> jdbc.query("SELECT * FROM incident WHERE closed_at IS NULL", IncidentRow::of));
    }

    /**
     * Forgets what is older, and of the rest the oldest that are too many. Of each subject the verdict that held then stays,
     * or its uptime since would not be known.
     *
     * @return how many records were forgotten
     */
    int forget(Instant before, int most) {
        return database.write(jdbc -> {
            OffsetDateTime changes = later(before, excess(jdbc, "SELECT changed_at FROM verdict_change", most));
            OffsetDateTime incidents =
                    later(before, excess(jdbc, "SELECT opened_at AS changed_at FROM incident", most));
            return jdbc.update("DELETE FROM incident WHERE closed_at < ?", incidents)
                    + jdbc.update(
                            "DELETE FROM verdict_change WHERE stretch IN (SELECT id FROM stretch WHERE seen_until < ?)",
                            changes)
                    + jdbc.update("""
                            DELETE FROM verdict_change WHERE changed_at < ? AND EXISTS (
                                SELECT 1 FROM verdict_change later
                                WHERE later.subject = verdict_change.subject AND later.stretch = verdict_change.stretch
                                    AND later.seq > verdict_change.seq AND later.changed_at <= ?)
                            """, changes, changes)
                    + jdbc.update("""
                            DELETE FROM stretch WHERE seen_until < ? AND NOT EXISTS (
                                SELECT 1 FROM verdict_change held WHERE held.stretch = stretch.id)
                            """, changes);
        });
    }

    /** The number of the last record of the stretch. One that is new ends those before it, should the clock be behind. */
    private static long begun(JdbcTemplate jdbc, Stretch stretch) {
        List<Long> written =
                jdbc.query("SELECT written FROM stretch WHERE id = ?", (row, _) -> row.getLong(1), stretch.id());
        if (!written.isEmpty()) {
            return written.getFirst();
        }
        OffsetDateTime began = sql(stretch.beganAt());
        jdbc.update("UPDATE stretch SET seen_until = ? WHERE seen_until > ?", began, began);
        jdbc.update(
                "INSERT INTO stretch (id, began_at, seen_until, written) VALUES (?, ?, ?, 0)",
                stretch.id(),
                began,
                began);
        return 0;
    }

    private static void insertChanges(JdbcTemplate jdbc, Stretch stretch, List<Numbered> numbered) {
        List<Object[]> rows = numbered.stream()
                .filter(one -> one.entry() instanceof Entry.Change)
                .map(one -> row(stretch, one.number(), (Entry.Change) one.entry()))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO verdict_change
                        (stretch, seq, subject, changed_at, from_verdict, to_verdict, rule, because)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows);
        }
    }

    private static Object[] row(Stretch stretch, long number, Entry.Change entry) {
        VerdictChange change = entry.change();
        return row(
                stretch.id(),
                number,
                SubjectColumn.of(entry.subject()),
                sql(change.at()),
                change.from().map(Verdict::label).orElse(null),
                change.to().map(Verdict::label).orElse(null),
                change.rule().orElse(null),
                change.because().orElse(null));
    }

    private static void put(JdbcTemplate jdbc, Incident incident) {
        OffsetDateTime closedAt = incident.closedAt().map(Ledger::sql).orElse(null);
        int known = jdbc.update(
                "UPDATE incident SET verdict = ?, rule = ?, because = ?, closed_at = ? WHERE id = ?",
                row(
                        incident.verdict().label(),
                        incident.rule().orElse(null),
                        incident.because(),
                        closedAt,
                        incident.id()));
        if (known == 0) {
            jdbc.update(
                    """
                    INSERT INTO incident (id, node, network, verdict, rule, because, opened_at, closed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    row(
                            incident.id(),
                            incident.node().map(NodeId::value).orElse(null),
                            incident.network(),
                            incident.verdict().label(),
                            incident.rule().orElse(null),
                            incident.because(),
                            sql(incident.openedAt()),
                            closedAt));
        }
    }

    private static Optional<OffsetDateTime> excess(JdbcTemplate jdbc, String times, int most) {
        return jdbc
                .query(
                        times + " ORDER BY changed_at DESC OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY",
                        (row, _) -> Columns.time(row, "changed_at").orElseThrow(),
                        most)
                .stream()
                .findFirst()
                .map(Ledger::sql);
    }

    private static OffsetDateTime later(Instant one, Optional<OffsetDateTime> other) {
        return other.filter(time -> time.toInstant().isAfter(one)).orElse(sql(one));
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** Lets values be null, which varargs of the framework do not say they may. */
    private static Object[] row(@Nullable Object... values) {
        @SuppressWarnings("NullAway") // The array is JDBC's, where null is a value like any other.
        Object[] row = values;
        return row;
    }
}
