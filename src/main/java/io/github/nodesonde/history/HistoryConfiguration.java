package io.github.nodesonde.history;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What remembers, when it is wanted. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "nodesonde.history.enabled", matchIfMissing = true)
    static class Kept {

        @Bean(destroyMethod = "")
        Database historyDatabase(HistoryProperties properties) {
            return new Database(properties);
        }

        @Bean
        EntryQueue historyQueue(HistoryProperties properties) {
            return new EntryQueue(properties.queue());
        }

        @Bean
        HistoryRecorder historyRecorder(
                EntryQueue queue, IncidentProperties incidents, ObjectProvider<IncidentListener> listeners) {
            return new HistoryRecorder(queue, new IncidentTracker(incidents.hold()), listeners, System::nanoTime);
        }

        @Bean
        HistoryWriter historyWriter(
                EntryQueue queue,
                HistoryRecorder recorder,
                Database database,
                HistoryProperties properties,
                Clock clock) {
            return new HistoryWriter(queue, recorder, database, properties, clock);
        }

        @Bean
        HistoryMeters historyMeters(
                EntryQueue queue, HistoryWriter writer, Database database, HistoryProperties properties) {
            return new HistoryMeters(queue, writer, database, properties);
        }

        @Bean
        History history(Database database) {
            return new SqlHistory(database);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "nodesonde.history.enabled", havingValue = false)
    static class SwitchedOff {

        @Bean
        History history() {
            return new SwitchedOffHistory();
        }
    }
}
