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
        public Answered {
            readings = List.copyOf(readings);
        }

        /** The same without its page and a bulky report: what the log keeps of rounds gone by. */
        public Answered withoutBulk() {
            return new Answered(readings, Optional.empty(), report.filter(kept -> !(kept instanceof Bulky)));
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
