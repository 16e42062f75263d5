package io.github.nodesonde.observation;

import io.github.nodesonde.exposition.Page;
import java.util.List;
import java.util.Optional;

/** What came of one probe. */
public sealed interface ProbeResult {

    /**
     * The node answered.
     *
     * @param readings what it told of itself, in signals
     * @param page its own series, to be passed through; never turned into readings
     * @param report the answer as the kind's own record, for that kind's lens and rules; holds what is no number
     */
    record Answered(List<Reading> readings, Optional<Page> page, Optional<Record> report) implements ProbeResult {

        private static final Answered THAT_IT_ANSWERED = new Answered(List.of(), Optional.empty(), Optional.empty());

        public Answered {
            readings = List.copyOf(readings);
        }

        /** What the log keeps of it in rounds gone by: the readings of remembered signals, and the memorable of its report. */
        Answered remembered() {
            List<Reading> kept = readings.stream()
                    .filter(reading -> reading.signal().remembered())
                    .toList();
            Optional<Record> told =
                    report.flatMap(whole -> whole instanceof Memorable some ? some.remembered() : Optional.empty());
            return kept.isEmpty() && told.isEmpty() ? THAT_IT_ANSWERED : new Answered(kept, Optional.empty(), told);
        }
    }

    /**
     * No answer.
     *
     * @param detail in words, for people; names neither addresses nor credentials
     */
    record Failed(Reason reason, String detail) implements ProbeResult {}

    /** The node offers no such endpoint; never counts against it. */
    record Skipped(String why) implements ProbeResult {}
}
