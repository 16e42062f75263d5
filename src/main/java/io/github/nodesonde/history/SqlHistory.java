package io.github.nodesonde.history;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the tables hold. Thread-safe. */
final class SqlHistory implements History {

    /** How many nodes are asked for by one statement. */
    private static final int CHUNK = 500;

    private final Database database;

    SqlHistory(Database database) {
        this.database = database;
    }

    @Override
    public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
        var clauses = new Clauses();
        filter.node().ifPresent(node -> clauses.add("node = :node", "node", node.value()));
        filter.network().ifPresent(network -> clauses.add("network = :network", "network", network));
        filter.open().ifPresent(open -> clauses.add(open ? "closed_at IS NULL" : "closed_at IS NOT NULL"));
        filter.period()
                .since()
                .ifPresent(since -> clauses.add("(closed_at IS NULL OR closed_at >= :since)", "since", sql(since)));
        filter.period().until().ifPresent(until -> clauses.add("opened_at < :until", "until", sql(until)));
        return database.read(client -> new Slice<>(
                clauses.page(client, "SELECT * FROM incident", "ORDER BY opened_at DESC, id DESC", paging)
                        .query(IncidentRow::of)
                        .list(),
                clauses.count(client, "incident")));
    }

    @Override
    public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
        var clauses = new Clauses();
        clauses.add("subject = :subject", "subject", SubjectColumn.of(new Subject.OfNode(node)));
        period.since().ifPresent(since -> clauses.add("changed_at >= :since", "since", sql(since)));
        period.until().ifPresent(until -> clauses.add("changed_at < :until", "until", sql(until)));
        return database.read(client -> new Slice<>(
                clauses.page(
                                client,
                                "SELECT * FROM verdict_change",
                                "ORDER BY changed_at DESC, stretch DESC, seq DESC",
                                paging)
                        .query(SqlHistory::change)
                        .list(),
                clauses.count(client, "verdict_change")));
    }

    @Override
    public Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts) {
        var times = new LinkedHashMap<NodeId, WatchedTimes>();
        nodes.forEach(node -> times.put(node, new WatchedTimes()));
        List<NodeId> all = List.copyOf(times.keySet());
        for (int start = 0; start < all.size(); start += CHUNK) {
            List<NodeId> chunk = all.subList(start, Math.min(all.size(), start + CHUNK));
            watched(chunk, from, to, row -> {
                var held = times.get(row.node());
                if (held != null) {
                    held.add(row);
                }
            });
        }
        var uptimes = new LinkedHashMap<NodeId, List<Uptime>>();
        times.forEach((node, held) -> uptimes.put(node, held.uptimes(from, to, parts)));
        return uptimes;
    }

    /** What the nodes were in that time: what changed within, and in each stretch what held when the time began. */
    private void watched(List<NodeId> nodes, Instant from, Instant to, Consumer<WatchedTimes.Row> each) {
        database.read(client -> {
            client.sql("""
                            SELECT c.subject, c.stretch, c.to_verdict, c.changed_at, s.began_at, s.seen_until
                            FROM verdict_change c JOIN stretch s ON s.id = c.stretch
                            WHERE c.subject IN (:subjects)
                                AND s.seen_until > :from AND s.began_at < :to AND c.changed_at < :to
                                AND (c.changed_at >= :from OR c.seq = (
                                    SELECT MAX(p.seq) FROM verdict_change p
                                    WHERE p.subject = c.subject AND p.stretch = c.stretch AND p.changed_at < :from))
                            ORDER BY c.subject, s.began_at, s.id, c.seq
                            """)
                    .param(
                            "subjects",
                            nodes.stream()
                                    .map(node -> SubjectColumn.of(new Subject.OfNode(node)))
                                    .toList())
                    .param("from", sql(from))
                    .param("to", sql(to))
                    .query((ResultSet row) -> each.accept(watched(row)));
            return nodes.size();
        });
    }

    private static WatchedTimes.Row watched(ResultSet row) throws SQLException {
        return new WatchedTimes.Row(
                new NodeId(SubjectColumn.node(row.getString("subject"))),
                new Stretch(
                        row.getString("stretch"), Columns.time(row, "began_at").orElseThrow()),
                Columns.time(row, "seen_until").orElseThrow(),
                Columns.time(row, "changed_at").orElseThrow(),
                Columns.verdict(row, "to_verdict"));
    }

    private static VerdictChange change(ResultSet row, int number) throws SQLException {
        return new VerdictChange(
                Columns.time(row, "changed_at").orElseThrow(),
                Columns.verdict(row, "from_verdict"),
                Columns.verdict(row, "to_verdict"),
                Optional.ofNullable(row.getString("rule")),
                Optional.ofNullable(row.getString("because")));
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** What must hold of a row, and the values that it is held against. */
    private static final class Clauses {

        private final List<String> clauses = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String clause) {
            clauses.add(clause);
        }

        void add(String clause, String name, Object value) {
            clauses.add(clause);
            values.put(name, value);
        }

        JdbcClient.StatementSpec page(JdbcClient client, String select, String order, Paging paging) {
            return client.sql(select + where() + " " + order + " OFFSET :offset ROWS FETCH FIRST :size ROWS ONLY")
                    .params(values)
                    .param("offset", paging.offset())
                    .param("size", paging.size());
        }

        long count(JdbcClient client, String table) {
            return client.sql("SELECT COUNT(*) FROM " + table + where())
                    .params(values)
                    .query(Long.class)
                    .single();
        }

        private String where() {
            return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
        }
    }
}
