package io.github.nodesonde.history;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the history fares. */
@Component
final class HistorySignals implements SignalSource {

    private static final String OFF = "`nodesonde.history.enabled` is false";

    static final Signal WRITTEN = Signal.counter(
                    "nodesonde_history_written_total",
                    "records",
                    "Records of the history that the database took: changes of verdicts and states of incidents.")
            .ofGateway()
            .from("the history's writer")
            .absent(OFF);
    static final Signal LOST = Signal.counter(
                    "nodesonde_history_lost_total", "records", "Records of the history that found no room to wait in.")
            .ofGateway()
            .from("the history's queue; see [history](history.md)")
            .absent(OFF);
    static final Signal QUEUE = Signal.gauge(
                    "nodesonde_history_queue_records", "records", "Records of the history that wait for the database.")
            .ofGateway()
            .from("the history's queue; above 0 for long, the database is slow or gone")
            .absent(OFF);
    static final Signal LIMIT = Signal.gauge(
                    "nodesonde_history_queue_limit_records", "records", "Records of the history that may wait at most.")
            .ofGateway()
            .from("`nodesonde.history.queue`")
            .absent(OFF);
    static final Signal CONNECTED = Signal.flag(
                    "nodesonde_history_database_up", "Whether the history's database took what was written last.")
            .ofGateway()
            .from("the history's writer")
            .absent(OFF);

    @Override
    public List<Signal> signals() {
        return List.of(WRITTEN, LOST, QUEUE, LIMIT, CONNECTED);
    }
}
