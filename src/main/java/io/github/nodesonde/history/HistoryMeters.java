package io.github.nodesonde.history;

import io.github.nodesonde.observation.Signal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * How the history fares.
 *
 * <pre>
 * nodesonde_history_written_total 1204.0
 * nodesonde_history_lost_total 0.0
 * nodesonde_history_queue_records 0.0
 * nodesonde_history_queue_limit_records 100000.0
 * nodesonde_history_database_up 1.0
 * </pre>
 */
final class HistoryMeters implements MeterBinder {

    private final EntryQueue queue;
    private final HistoryWriter writer;
    private final Database database;
    private final HistoryProperties properties;

    HistoryMeters(EntryQueue queue, HistoryWriter writer, Database database, HistoryProperties properties) {
        this.queue = queue;
        this.writer = writer;
        this.database = database;
        this.properties = properties;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, HistorySignals.WRITTEN, writer, HistoryWriter::written);
        counter(registry, HistorySignals.LOST, queue, EntryQueue::lost);
        gauge(registry, HistorySignals.QUEUE, queue::size);
        gauge(registry, HistorySignals.LIMIT, properties::queue);
        gauge(registry, HistorySignals.CONNECTED, () -> database.isOpen() ? 1 : 0);
    }

    private static <T> void counter(MeterRegistry registry, Signal signal, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(signal.name(), of, value)
                .description(signal.help())
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, Signal signal, Supplier<Number> value) {
        Gauge.builder(signal.name(), value)
                .description(signal.help())
                .strongReference(true)
                .register(registry);
    }
}
