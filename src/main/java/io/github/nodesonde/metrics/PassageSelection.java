package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.LeftOut;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Chooses what of one node's pages is handed on. Used once. */
final class PassageSelection {

    private static final String TOO_MANY_LABELS = "too-many-labels";
    private static final String DUPLICATE = "duplicate";
    private static final String NODE_LIMIT = "node-limit";
    private static final String PAGE_LIMIT = "page-limit";

    private final Passage before;
    private final LabelLimits labels;
    private final List<Page> told = new ArrayList<>();
    private final List<Page> passing = new ArrayList<>();
    private final SortedMap<String, Integer> leftOut = new TreeMap<>();
    private int cutValues;

    PassageSelection(Passage before, LabelLimits labels) {
        this.before = before;
        this.labels = labels;
    }

    /** Takes one page: as it was told, and what of it may pass at all. */
    void add(Page asTold, Page mayPass) {
        told.add(asTold);
        passing.add(mayPass);
        asTold.leftOut().forEach((reason, lines) -> {
            if (reason != LeftOut.CREATION_TIME) {
                leaveOut(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), lines);
            }
        });
    }

    Passage within(int mostOfNode, int room) {
        boolean untouched = labelsAreBounded();
        if (!untouched) {
            boundLabels();
        }
        int series = seriesOf(passing);
        int most = Math.max(0, Math.min(mostOfNode, room));
        if (series > most) {
            untouched = false;
            leaveOut(mostOfNode <= room ? NODE_LIMIT : PAGE_LIMIT, series - most);
            keep(known(most), most);
        }
        // A page as it was told shares its names and labels with others; one that was made here cannot.
        return new Passage(told, untouched ? told : passing, seriesOf(passing), leftOut, cutValues);
    }

    /** Whether every label is as it may be, which is what nearly every page is like. */
    private boolean labelsAreBounded() {
        return passing.stream().allMatch(page -> labels.surelyHold(page) || labels.hold(page));
    }

    /** Series whose labels are too many go; values that are too long are cut, and what is the same then is printed once. */
    private void boundLabels() {
        passing.replaceAll(page -> mapped(page, samples -> {
            var bounded = new ArrayList<Sample>(samples.size());
            for (Sample sample : samples) {
                if (labels.tooMany(sample.labels())) {
                    leaveOut(TOO_MANY_LABELS, 1);
                } else {
                    cutValues += labels.tooLong(sample.labels());
                    bounded.add(new Sample(sample.name(), labels.cut(sample.labels()), sample.value()));
                }
            }
            return bounded;
        }));
        passing.forEach(page -> leaveOut(DUPLICATE, page.leftOut().getOrDefault(LeftOut.DUPLICATE, 0)));
    }

    /** The series of now that were handed on before, no more than fit. */
    private Set<String> known(int most) {
        Set<String> handedOn = keys(before.pages());
        Set<String> known = new HashSet<>();
        for (String key : keys(passing)) {
            if (known.size() < most && handedOn.contains(key)) {
                known.add(key);
            }
        }
        return known;
    }

    /** Keeps what is known, and of the rest what comes first while there is room. */
    private void keep(Set<String> known, int most) {
        int[] room = {most - known.size()};
        passing.replaceAll(page -> mapped(
                page,
                samples -> samples.stream()
                        .filter(sample -> known.contains(key(sample)) || room[0]-- > 0)
                        .toList()));
    }

    private void leaveOut(String reason, int series) {
        if (series > 0) {
            leftOut.merge(reason, series, Integer::sum);
        }
    }

    private static Page mapped(Page page, UnaryOperator<List<Sample>> change) {
        return Page.of(page.families().values().stream()
                .map(family -> new Family(family.name(), family.type(), family.help(), change.apply(family.samples())))
                .toList());
    }

    private static int seriesOf(List<Page> pages) {
        return pages.stream().mapToInt(Page::size).sum();
    }

    private static Set<String> keys(List<Page> pages) {
        Set<String> keys = new LinkedHashSet<>();
        for (Page page : pages) {
            for (Family family : page.families().values()) {
                family.samples().forEach(sample -> keys.add(key(sample)));
            }
        }
        return keys;
    }

    /** A text for each series: comparable, so that hashes that a node made collide cost no more than others. */
    private static String key(Sample sample) {
        var key = new StringBuilder(sample.name());
        Labels own = sample.labels();
        for (Map.Entry<String, String> label : own.byName().entrySet()) {
            key.append('{')
                    .append(label.getKey())
                    .append(label.getValue().length())
                    .append('=')
                    .append(label.getValue());
        }
        return key.toString();
    }
}
