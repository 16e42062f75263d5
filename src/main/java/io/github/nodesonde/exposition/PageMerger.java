package io.github.nodesonde.exposition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one legal page of several: each family once, sorted by name, and each sample name in one family only.
 *
 * <p>The pages of others keep their names. Where they disagree on a family's type, it is untyped. Where the samples of one
 * family are called like another family ({@code x_count} beside a histogram {@code x}), both are untyped, and each sample
 * name becomes a family of its own: nothing is lost but the type, and no sample can be taken for one of the other family.
 *
 * <p>Our own families join those of the same type; where the types differ, or a name of a sample is taken, ours is called
 * {@code nodesonde_} + name. Own samples come first, then those of the others in the order given. HELP is that of the first
 * of the others that has one.
 *
 * <p>What is gathered here is small: families are looked at once for each layout, which nodes of one version share.
 */
public final class PageMerger {

    private static final String OURS = "nodesonde_";

    private final List<Part> own;
    private final List<Part> others;
    /** The families that pass, of each layout, in the order of the pages. */
    private final SequencedMap<Layout, List<Members>> passing;

    private final Map<String, FamilyDraft> drafts = new TreeMap<>();

    private PageMerger(List<LabelledPage> own, List<LabelledPage> others, Predicate<Family> passes) {
        this.own = own.stream().map(Part::of).toList();
        this.others = others.stream().map(Part::of).toList();
        this.passing = families(this.others, passes);
    }

    private static SequencedMap<Layout, List<Members>> families(List<Part> parts, Predicate<Family> wanted) {
        var families = new LinkedHashMap<Layout, List<Members>>();
        for (Part part : parts) {
            families.computeIfAbsent(
                    part.layout(),
                    layout -> layout.families().values().stream()
                            .filter(members -> wanted.test(members.announced()))
                            .toList());
        }
        return families;
    }

    /** @param others in the order in which their samples are written */
    public static MergedPage merge(Page own, List<LabelledPage> others) {
        return merge(List.of(new LabelledPage(own)), _ -> true, others, _ -> true);
    }

    /**
     * The same of some families only, and of pages of ours that cannot have a series in common.
     *
     * @param wanted which families of ours are wanted; like the other asked once for what many pages have alike, and shown no
     *     samples
     * @param passes which families of the others are wanted
     */
    public static MergedPage merge(
            List<LabelledPage> own, Predicate<Family> wanted, List<LabelledPage> others, Predicate<Family> passes) {
        return new PageMerger(own, others, passes).merged(wanted);
    }

    private MergedPage merged(Predicate<Family> wanted) {
        Set<String> contested = contested();
        passing.forEach((layout, families) -> families.forEach(members -> {
            if (contested.contains(members.name())) {
                addLoose(layout, members);
            } else {
                draft(members.name()).add(layout, new Source(members, Source.ALL, ""), members.type());
            }
        }));
        Set<String> taken = taken();
        families(own, wanted)
                .forEach((layout, families) -> families.forEach(members -> addOwn(layout, members, taken)));
        List<TargetLabels> labels = others.stream().map(Part::added).distinct().toList();
        boolean overlap = !tellApart(labels);
        return new MergedPage(
                own,
                others,
                drafts.values().stream()
                        .map(draft -> draft.done(own, labels, overlap))
                        .toList(),
                true,
                contested.size());
    }

    /** Whether no series of one page can be one of another, whatever they are: the labels put to them differ. */
    private boolean tellApart(List<TargetLabels> labels) {
        return labels.size() == others.size()
                && labels.stream()
                                .map(added -> added.byName().keySet())
                                .distinct()
                                .count()
                        <= 1;
    }

    /** The names of the families that differ in type, or share the name of a sample with another family. */
    private Set<String> contested() {
        var types = new HashMap<String, Set<Family.Type>>();
        var claims = new HashMap<String, Set<String>>();
        passing.values().stream().flatMap(List::stream).forEach(members -> {
            types.computeIfAbsent(members.name(), _ -> EnumSet.noneOf(Family.Type.class))
                    .add(members.type());
            members.sampleNames()
                    .forEach(sample ->
                            claims.computeIfAbsent(sample, _ -> new HashSet<>()).add(members.name()));
        });
        var contested = new HashSet<String>();
        claims.values().stream().filter(names -> names.size() > 1).forEach(contested::addAll);
        types.forEach((name, told) -> {
            if (FamilyDraft.common(told).isEmpty()) {
                contested.add(name);
            }
        });
        return contested;
    }

    /** Each sample name as an untyped family of its own; the family's name where it has no sample. */
    private void addLoose(Layout layout, Members members) {
        List<String> suffixes = members.type().suffixes();
        for (int suffix = 0; suffix < suffixes.size(); suffix++) {
            if (members.has(suffix)
                    || members.series().length == 0 && suffixes.get(suffix).isEmpty()) {
                draft(members.name() + suffixes.get(suffix))
                        .add(layout, new Source(members, suffix, ""), Family.Type.UNTYPED);
            }
        }
        if (members.series().length == 0 && !suffixes.contains("")) {
            draft(members.name()).add(layout, new Source(members, Source.ALL, ""), Family.Type.UNTYPED);
        }
    }

    private Set<String> taken() {
        var taken = new HashSet<String>();
        drafts.values().forEach(draft -> taken.addAll(draft.sampleNames()));
        return taken;
    }

    /** Our family under a name that none of the others' samples has, unless it is of their type and joins them. */
    private void addOwn(Layout layout, Members members, Set<String> taken) {
        String prefix = "";
        while (!joins(prefix + members.name(), members.type())
                && members.sampleNames().stream().map(prefix::concat).anyMatch(taken::contains)) {
            prefix += OURS;
        }
        draft(prefix + members.name()).addOwn(layout, new Source(members, Source.ALL, prefix));
    }

    private boolean joins(String name, Family.Type type) {
        @Nullable FamilyDraft theirs = drafts.get(name);
        return theirs != null && theirs.joins(type);
    }

    private FamilyDraft draft(String name) {
        return drafts.computeIfAbsent(name, FamilyDraft::new);
    }
}
