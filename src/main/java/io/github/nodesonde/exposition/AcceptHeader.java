package io.github.nodesonde.exposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** An {@code Accept} header (RFC 9110 §12.5.1), as far as it matters to the formats offered. */
record AcceptHeader(List<Range> ranges) {

    AcceptHeader {
        ranges = List.copyOf(ranges);
    }

    /** Never fails: a range with a quality that is no number is passed over. */
    static AcceptHeader parse(String text) {
        var ranges = new ArrayList<Range>();
        for (String range : text.split(",", -1)) {
            Range.parse(range, ranges.size()).ifPresent(ranges::add);
        }
        return new AcceptHeader(ranges);
    }

    /**
     * The format with the highest quality; of equals the one named more exactly, then the one named first, then the one with
     * UTF-8 in names, then 0.0.4.
     */
    TextFormat preferred() {
        TextFormat best = TextFormat.PROMETHEUS_0_0_4;
        Optional<Range> bestRange = Optional.empty();
        for (TextFormat format : TextFormat.values()) {
            Optional<Range> range = rangeOf(format).filter(found -> found.quality > 0);
            if (range.isPresent() && (bestRange.isEmpty() || range.get().isBetterThan(bestRange.get()))) {
                best = format;
                bestRange = range;
            }
        }
        return best;
    }

    /** The most exact range that the format falls under, and of equally exact ones the best. */
    private Optional<Range> rangeOf(TextFormat format) {
        return ranges.stream()
                .filter(range -> range.covers(format))
                .max(Comparator.comparingInt(Range::exactness).thenComparingDouble(Range::quality));
    }

    /**
     * One range of the header.
     *
     * @param version empty when the range names none: then any will do
     * @param allowsUtf8 whether names may have characters that need quotes
     */
    record Range(String mediaType, String version, boolean allowsUtf8, double quality, int position) {

        static Optional<Range> parse(String text, int position) {
            String version = "";
            boolean allowsUtf8 = false;
            OptionalDouble quality = OptionalDouble.of(1);
            String[] parts = text.split(";", -1);
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                String key =
                        equals < 0 ? "" : parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = parts[i].substring(equals + 1).strip().replace("\"", "");
                switch (key) {
                    case "version" -> version = value;
                    case "escaping" -> allowsUtf8 = value.equalsIgnoreCase(TextFormat.UTF_8);
                    case "q" -> quality = Numbers.parse(value);
                    default -> {}
                }
            }
            String mediaType = parts[0].strip().toLowerCase(Locale.ROOT);
            return quality.isPresent()
                    ? Optional.of(new Range(mediaType, version, allowsUtf8, quality.getAsDouble(), position))
                    : Optional.empty();
        }

        boolean covers(TextFormat format) {
            String offered = format.mediaType();
            boolean matches = mediaType.equals("*/*")
                    || mediaType.equals(offered)
                    || mediaType.endsWith("/*") && offered.startsWith(mediaType.substring(0, mediaType.length() - 1));
            return matches
                    && (allowsUtf8 || !format.allowsUtf8())
                    && (version.isEmpty() || version.equals(format.version()));
        }

        int exactness() {
            return mediaType.equals("*/*") ? 0 : mediaType.endsWith("/*") ? 1 : version.isEmpty() ? 2 : 3;
        }

        boolean isBetterThan(Range other) {
            return Comparator.comparingDouble(Range::quality)
                            .thenComparingInt(Range::exactness)
                            .thenComparing(Range::position, Comparator.reverseOrder())
                            .compare(this, other)
                    > 0;
        }
    }
}
