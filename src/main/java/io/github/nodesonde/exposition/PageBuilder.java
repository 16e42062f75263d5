package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Gathers the lines of one page, and sorts the series into families once all HELP and TYPE lines are known: so neither the
 * order of the lines nor a family in pieces matters.
 */
final class PageBuilder {

    private final Layout.Origin origin;
    private final Declarations declarations;
    private final ByteArrayOutputStream announcements = new ByteArrayOutputStream();
    private final SeriesTable table = new SeriesTable();
    private final Spellings spellings = new Spellings();
    private final BitSet duplicates = new BitSet();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private double[] values = new double[128];
    private boolean whole = true;

    PageBuilder(Layout.Origin origin) {
        this.origin = origin;
        this.declarations = new Declarations(origin == Layout.Origin.OPENMETRICS);
    }

    /** Takes a HELP or TYPE line. False when it makes no sense. */
    boolean announce(byte[] bytes, int start, int end) {
        announcements.write(bytes, start, end - start);
        announcements.write('\n');
        return declarations.add(new String(bytes, start, end - start, UTF_8));
    }

    /** The quoted name of a sample, as it is kept; see {@link Names#escaped}. */
    String escaped(String quoted) {
        return declarations.escaped(quoted);
    }

    /**
     * Takes the series last read.
     *
     * @param line where it stands from {@code start} to {@code end}, as the node spells it
     */
    void add(SeriesReader sample, byte[] line, int start, int end) {
        if (table.size() == PageReader.MAX_SERIES) {
            leaveOut(LeftOut.TOO_MANY_SERIES);
            return;
        }
        if (table.size() == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[table.size()] = sample.value();
        if (!table.add(sample.series(), sample.length())) {
            duplicates.set(table.size() - 1);
            count(LeftOut.DUPLICATE);
        }
        spellings.add(table, line, start, end);
    }

    /** Counts a line of which nothing is kept. */
    void leaveOut(LeftOut why) {
        whole = false;
        count(why);
    }

    Page build() {
        SequencedMap<String, Family> declared = declarations.families();
        int contradictions = declarations.contradictions();
        if (contradictions > 0) {
            leftOut.merge(LeftOut.CONTRADICTION, contradictions, Integer::sum);
        }
        var members = new LinkedHashMap<String, MembersBuilder>();
        declared.forEach((name, family) -> members.put(name, new MembersBuilder(family)));
        var sorting = new FamilyFinder(declared, origin == Layout.Origin.OPENMETRICS);
        for (int i = 0; i < table.size(); i++) {
            if (duplicates.get(i)) {
                continue;
            }
            Optional<LeftOut> wrong = sorting.find(table, i);
            if (wrong.isPresent()) {
                count(wrong.get());
            } else {
                Family family = sorting.family();
                members.computeIfAbsent(family.name(), _ -> new MembersBuilder(family))
                        .add(table, i, sorting.suffix());
            }
        }
        var families = new LinkedHashMap<String, Members>();
        members.forEach((name, own) -> {
            int twice = own.distinct(table);
            if (twice > 0) {
                leftOut.merge(LeftOut.DUPLICATE, twice, Integer::sum);
            }
            families.put(name, own.build());
        });
        LabelCensus labels = labels();
        Layout layout = Layout.of(
                whole ? origin : Layout.Origin.MADE, announcements.toByteArray(), families, labels.names(), leftOut);
        SeriesText kept = table.build();
        return new Page(Shape.of(layout, kept, spellings.build(kept), labels), Arrays.copyOf(values, table.size()));
    }

    private void count(LeftOut why) {
        leftOut.merge(why, 1, Integer::sum);
    }

    private LabelCensus labels() {
        var labels = new LabelCensus();
        for (int i = 0; i < table.size(); i++) {
            labels.add(table.text(), table.start(i), table.end(i));
        }
        return labels;
    }
}
