package io.github.nodesonde.chain.lean.forkchoice;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Generated trees, and what the definitions say of them, worked out here by walking from block to block and trying every
 * two nodes.
 */
class ForkChoicePropertyTests {

    /** Every block with its parent; nodes whose knowledge of it reaches from their heads down to some ancestor. */
    record World(Map<Block, Optional<Block>> parents, List<ToldTree> nodes) {

        List<Block> ancestry(ToldTree node) {
            var blocks = new ArrayList<Block>();
            Block bottom = node.forkChoice().chain().bottom();
            for (Block block = node.forkChoice().chain().head();
                    ;
                    block = parent(block).orElseThrow()) {
                blocks.add(block);
                if (block.equals(bottom)) {
                    return blocks;
                }
            }
        }

        Optional<Block> parent(Block block) {
            return Objects.requireNonNull(parents.get(block));
        }

        boolean isOnOneChain(Block one, Block other) {
            Block high = one.slot() >= other.slot() ? one : other;
            Block low = high.equals(one) ? other : one;
            Optional<Block> walked = Optional.of(high);
            while (walked.isPresent() && walked.get().slot() > low.slot()) {
                walked = parent(walked.get());
            }
            return walked.equals(Optional.of(low));
        }

        boolean share(ToldTree one, ToldTree other) {
            return ancestry(one).stream().anyMatch(ancestry(other)::contains);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.longs().map(seed -> world(new Random(seed)));
    }

    private static World world(Random random) {
        var blocks = new ArrayList<Block>();
        var parents = new HashMap<Block, Optional<Block>>();
        int size = 1 + random.nextInt(25);
        for (int i = 0; i < size; i++) {
            boolean genesis = i == 0 || random.nextInt(20) == 0;
            Optional<Block> parent = genesis
                    ? Optional.empty()
                    : Optional.of(blocks.get(Math.max(0, i - 1 - random.nextInt(Math.min(i, 4)))));
            long slot =
                    parent.map(block -> block.slot() + 1 + random.nextInt(3)).orElse((long) random.nextInt(3));
            var block = new Block(slot, new Root(random.nextLong(), i, 0, 0));
            blocks.add(block);
            parents.put(block, parent);
        }
        var nodes = new ArrayList<ToldTree>();
        int count = random.nextInt(8);
        int spread = 1 + random.nextInt(blocks.size());
        for (int i = 0; i < count; i++) {
            Block head = blocks.get(blocks.size() - 1 - random.nextInt(spread));
            var chain = new ArrayList<Block>();
            int kept = 1 + random.nextInt(12);
            for (Optional<Block> block = Optional.of(head); block.isPresent() && chain.size() < kept; ) {
                chain.add(block.get());
                block = Objects.requireNonNull(parents.get(block.get()));
            }
            Block finalized = chain.get(random.nextBoolean() ? chain.size() - 1 : random.nextInt(chain.size()));
            nodes.add(Told.tree("node-" + i, Chain.of(chain), finalized));
        }
        return new World(parents, nodes);
    }

    @Property(tries = 3000)
    void undecidableNodesAreThoseOfTheDefinition(@ForAll("worlds") World world) {
        assertThat(view(world).forks().undecidable()).isEqualTo(List.copyOf(undecidable(world)));
    }

    @Property(tries = 3000)
    void groupsAreThoseOfTheDefinition(@ForAll("worlds") World world) {
        Set<Set<String>> found = view(world).forks().groups().stream()
                .map(group -> (Set<String>) new TreeSet<>(group.nodes()))
                .collect(toSet());

        assertThat(found).isEqualTo(new HashSet<>(groups(world).values()));
    }

    @Property(tries = 3000)
    void commonBlockIsTheNewestAncestorOfAllHeads(@ForAll("worlds") World world) {
        ForksTopic forks = view(world).forks();
        List<Block> heads = List.copyOf(groups(world).keySet());
        Optional<Block> common = heads.size() < 2
                ? Optional.empty()
                : world.parents().keySet().stream()
                        .filter(block -> heads.stream()
                                .allMatch(head -> block.slot() <= head.slot() && world.isOnOneChain(block, head)))
                        .max(Comparator.comparingLong(Block::slot));

        assertThat(forks.commonRoot())
                .isEqualTo(common.map(block -> block.root().toString()));
        assertThat(forks.commonSlot()).isEqualTo(common.map(Block::slot));
        common.ifPresent(block -> assertThat(forks.depthBlocks())
                .contains(heads.stream()
                        .mapToInt(head -> blocksBetween(world, head, block))
                        .min()
                        .orElseThrow()));
    }

    @Property(tries = 3000)
    void conflictsAreThoseOfTheDefinition(@ForAll("worlds") World world) {
        var expected = new TreeMap<Long, Map<String, Set<String>>>();
        for (ToldTree finalizer : world.nodes()) {
            long slot = finalizer.forkChoice().finalizedSlot();
            var roots = new TreeMap<String, Set<String>>();
            for (ToldTree node : world.nodes()) {
                held(world, node, slot)
                        .ifPresent(block -> roots.computeIfAbsent(block.root().toString(), _ -> new TreeSet<>())
                                .add(node.id()));
            }
            if (slot > 0 && roots.size() > 1) {
                expected.put(slot, roots);
            }
        }

        var found = new TreeMap<Long, Map<String, Set<String>>>();
        view(world).finality().conflicts().forEach(conflict -> {
            var roots = new TreeMap<String, Set<String>>();
            conflict.roots().forEach(held -> roots.put(held.root(), new TreeSet<>(held.nodes())));
            found.put(conflict.slot(), roots);
        });
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void orderOfNodesDoesNotMatter(@ForAll("worlds") World world, @ForAll Random random) {
        var shuffled = new ArrayList<>(world.nodes());
        Collections.shuffle(shuffled, random);

        assertThat(view(new World(world.parents(), shuffled)).forks())
                .isEqualTo(view(world).forks());
    }

    private static ForkChoiceView view(World world) {
        return ForkChoiceView.of(world.nodes(), Told.NOWHERE_ELSE, ForkLimits.DEFAULT, Told.NOON, Optional.empty());
    }

    private static Set<String> undecidable(World world) {
        var found = new TreeSet<String>();
        for (ToldTree one : world.nodes()) {
            for (ToldTree other : world.nodes()) {
                if (one.id().equals(other.id())) {
                    continue;
                }
                long shared = shared(world, one);
                long sharedByOther = shared(world, other);
                boolean below = isBelow(one, other) && (sharedByOther > 0 || shared == 0);
                boolean above = isBelow(other, one) && (shared > 0 || sharedByOther == 0);
                if (below || !above && !world.share(one, other) && shared <= sharedByOther) {
                    found.add(one.id());
                }
            }
        }
        return found;
    }

    private static boolean isBelow(ToldTree one, ToldTree other) {
        return one.forkChoice().headSlot() < other.forkChoice().finalizedSlot();
    }

    private static long shared(World world, ToldTree node) {
        return world.nodes().stream()
                .filter(other -> !other.id().equals(node.id()) && world.share(node, other))
                .count();
    }

    /** By the highest head of each. */
    private static Map<Block, Set<String>> groups(World world) {
        Set<String> left = undecidable(world);
        List<ToldTree> nodes =
                world.nodes().stream().filter(node -> !left.contains(node.id())).toList();
        Set<Block> heads =
                nodes.stream().map(node -> node.forkChoice().chain().head()).collect(toSet());
        List<Block> tips = heads.stream()
                .filter(head -> heads.stream()
                        .noneMatch(other -> other.slot() > head.slot() && world.isOnOneChain(head, other)))
                .toList();
        var sure = new LinkedHashMap<Block, Set<String>>();
        tips.forEach(tip -> sure.put(tip, new TreeSet<>()));
        var unsure = new LinkedHashMap<String, List<Block>>();
        for (ToldTree node : nodes) {
            List<Block> over = tips.stream()
                    .filter(tip -> world.isOnOneChain(node.forkChoice().chain().head(), tip))
                    .toList();
            if (over.size() == 1) {
                Objects.requireNonNull(sure.get(over.getFirst())).add(node.id());
            } else {
                unsure.put(node.id(), over);
            }
        }
        var all = new LinkedHashMap<Block, Set<String>>();
        sure.forEach((tip, ids) -> all.put(tip, new TreeSet<>(ids)));
        unsure.forEach((id, over) -> Objects.requireNonNull(all.get(over.stream()
                        .min(Comparator.<Block>comparingInt(tip ->
                                        -Objects.requireNonNull(sure.get(tip)).size())
                                .thenComparing(Block::root))
                        .orElseThrow()))
                .add(id));
        return all;
    }

    private static Optional<Block> held(World world, ToldTree node, long slot) {
        if (node.forkChoice().finalizedSlot() == slot) {
            return Optional.of(node.forkChoice().finalized());
        }
        return node.forkChoice().headSlot() < slot
                ? Optional.empty()
                : world.ancestry(node).stream()
                        .filter(block -> block.slot() <= slot)
                        .findFirst()
                        .filter(block -> node.forkChoice().chain().bottom().slot() <= slot);
    }

    private static int blocksBetween(World world, Block head, Block ancestor) {
        int blocks = 0;
        for (Block block = head;
                !block.equals(ancestor);
                block = world.parent(block).orElseThrow()) {
            blocks++;
        }
        return blocks;
    }
}
