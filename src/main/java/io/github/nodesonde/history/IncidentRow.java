package io.github.nodesonde.history;

import io.github.nodesonde.node.NodeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** An incident as its table holds it. */
final class IncidentRow {

    private IncidentRow() {}

    static Incident of(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getString("id"),
                Optional.ofNullable(row.getString("node")).map(NodeId::new),
                row.getString("network"),
                Columns.verdict(row, "verdict").orElseThrow(),
                Optional.ofNullable(row.getString("rule")),
                row.getString("because"),
                Columns.time(row, "opened_at").orElseThrow(),
                Columns.time(row, "closed_at"));
    }
}
