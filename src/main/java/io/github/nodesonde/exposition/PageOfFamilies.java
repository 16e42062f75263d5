package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a page of families at hand. */
final class PageOfFamilies {

    private final SeriesTable table = new SeriesTable();
    private final Map<String, Members> families = new LinkedHashMap<>();
    private final LabelCensus labels = new LabelCensus();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private double[] values = new double[16];

    private PageOfFamilies(Map<LeftOut, Integer> leftOut) {
        this.leftOut.putAll(leftOut);
    }

    static Page of(List<Family> families, Map<LeftOut, Integer> leftOut) {
        var page = new PageOfFamilies(leftOut);
        families.forEach(page::add);
        return page.build();
    }

    private void add(Family family) {
        var members = new MembersBuilder(family);
        for (Sample sample : family.samples()) {
            add(sample, family, members);
        }
        int twice = members.distinct(table);
        if (twice > 0) {
            leftOut.merge(LeftOut.DUPLICATE, twice, Integer::sum);
        }
        if (families.put(family.name(), members.build()) != null) {
            throw new IllegalArgumentException("two families are called " + family.name());
        }
    }

    private void add(Sample sample, Family family, MembersBuilder members) {
        byte[] series = text(sample).getBytes(UTF_8);
        int place = table.size();
        boolean isNew = table.add(series, series.length);
        if (place == values.length) {
            values = Arrays.copyOf(values, 2 * place);
        }
        values[place] = sample.value();
        if (isNew) {
            labels.add(series, 0, series.length);
            members.add(
                    table,
                    place,
                    family.type()
                            .suffixes()
                            .indexOf(sample.name().substring(family.name().length())));
        } else {
            leftOut.merge(LeftOut.DUPLICATE, 1, Integer::sum);
        }
    }

    private Page build() {
        Layout layout =
                Layout.of(Layout.Origin.MADE, new byte[0], new LinkedHashMap<>(families), labels.names(), leftOut);
        SeriesText series = table.build();
        return new Page(Shape.of(layout, series, series, labels), Arrays.copyOf(values, table.size()));
    }

    private static String text(Sample sample) {
        var text = new StringBuilder(sample.name());
        char separator = '{';
        for (Map.Entry<String, String> label : sample.labels().byName().entrySet()) {
            text.append(separator)
                    .append(label.getKey())
                    .append("=\"")
                    .append(EscapedText.escaped(label.getValue(), true))
                    .append('"');
            separator = ',';
        }
        return separator == ',' ? text.append('}').toString() : text.toString();
    }
}
