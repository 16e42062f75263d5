package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the family that a sample belongs to: the one announced by its very name before the histogram or summary that prints
 * it, an untyped one of its own when none was announced. Looks a name up once for all lines in a row that bear it. Not
 * thread-safe.
 */
final class FamilyFinder {

    private static final String CREATED = "_created";

    private final SequencedMap<String, Family> declared;
    private final boolean openMetrics;
    private final Bound bound = new Bound();
    private byte[] name = {};
    private Family family = new Family("none", Family.Type.UNTYPED, "", List.of());
    private int suffix;
    private Optional<LeftOut> wrong = Optional.empty();

    FamilyFinder(SequencedMap<String, Family> declared, boolean openMetrics) {
        this.declared = declared;
        this.openMetrics = openMetrics;
    }

    /** Empty when the series is a member of the family that the accessors then tell; else why it is of none. */
    Optional<LeftOut> find(SeriesTable table, int series) {
        byte[] text = table.text();
        int start = table.start(series);
        int end = table.end(series);
        int nameEnd = start;
        while (nameEnd < end && text[nameEnd] != '{') {
            nameEnd++;
        }
        if (!Arrays.equals(name, 0, name.length, text, start, nameEnd)) {
            name = Arrays.copyOfRange(text, start, nameEnd);
            find(new String(name, UTF_8));
        }
        if (wrong.isEmpty() && Bound.isBounded(family.type(), suffix)) {
            boolean bounded = bound.find(family.type(), suffix, text, start, end);
            if (!bounded || family.type() != Family.Type.SUMMARY && !bound.isPlain() && !bound.isNumber()) {
                return Optional.of(LeftOut.MISFIT);
            }
        }
        return wrong;
    }

    Family family() {
        return family;
    }

    /** Which suffix of the family's type the sample's name ends in. */
    int suffix() {
        return suffix;
    }

    private void find(String sample) {
        wrong = Optional.empty();
        suffix = 0;
        if (openMetrics && isCreationTime(sample)) {
            wrong = Optional.of(LeftOut.CREATION_TIME);
            return;
        }
        @Nullable Family exact = declared.get(sample);
        if (exact != null && exact.type().prints(sample, sample)) {
            family = exact;
            suffix = exact.type().suffixes().indexOf("");
            return;
        }
        int underscore = sample.lastIndexOf('_');
        @Nullable Family structured = underscore > 0 ? declared.get(sample.substring(0, underscore)) : null;
        if (structured != null && structured.type().prints(structured.name(), sample)) {
            family = structured;
            suffix = structured.type().suffixes().indexOf(sample.substring(underscore));
        } else if (exact != null) {
            wrong = Optional.of(LeftOut.MISFIT);
        } else {
            family = new Family(sample, Family.Type.UNTYPED, "", List.of());
        }
    }

    /** Whether the sample tells when a counter, histogram or summary began. */
    private boolean isCreationTime(String sample) {
        if (!sample.endsWith(CREATED) || declared.containsKey(sample)) {
            return false;
        }
        String base = sample.substring(0, sample.length() - CREATED.length());
        @Nullable Family structured = declared.get(base);
        return declared.containsKey(base + "_total")
                || structured != null && structured.type().isStructured();
    }
}
