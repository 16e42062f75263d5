package io.github.nodesonde.history;

import io.github.nodesonde.health.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads columns of the tables; empty where they are null. */
final class Columns {

    private Columns() {}

    static Optional<Verdict> verdict(ResultSet row, String column) throws SQLException {
        String label = row.getString(column);
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst();
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
