package io.github.nodesonde.transport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** The end of one question's time, on a clock that no one sets. */
record Deadline(Duration given, long endNanos) {

    static Deadline in(Duration given) {
        return new Deadline(given, System.nanoTime() + given.toNanos());
    }

    /** Nanoseconds until then; negative when it has passed. */
    long left() {
        return endNanos - System.nanoTime();
    }

    /** The time given, for people: {@code 6 s}, {@code 0.5 s}. */
    String inWords() {
        BigDecimal seconds = BigDecimal.valueOf(given.toMillis(), 3)
                .setScale(given.toMillis() < 100 ? 3 : 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return seconds.toPlainString() + " s";
    }
}
