package io.github.nodesonde.web;

import io.github.nodesonde.api.BranchPicture;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.util.StringUtils;

/**
 * Branches as they are drawn: one trunk, from whose end each branch runs to its head, in a row of its own. How far to the
 * right a head lies tells how far it has come beyond the point where all part.
 *
 * @param said the picture in words
 * @param trunk where the trunk ends; empty when nobody knows where the branches part
 * @param more branches beyond those that are drawn
 * @param apart ids of nodes on no branch that can be told
 */
record BranchDrawing(
        String said,
        int width,
        int height,
        Optional<Trunk> trunk,
        List<Branch> branches,
        int more,
        List<String> apart) {

    private static final int WIDTH = 240;
    private static final int ROW = 72;
    private static final int PART_AT = 70;
    private static final int LAST = WIDTH - 14;
    private static final int BEND = 40;
    private static final int MOST_BRANCHES = 12;
    private static final int MOST_NODES = 4;

    /** @param label of the point where it ends */
    record Trunk(int x, int y, String label, String id) {}

    /**
     * @param path from the trunk to the head
     * @param nodes ids, as many as there is room for
     * @param further how many more nodes there are
     */
    record Branch(String path, int x, int y, String label, String id, String brief, List<String> nodes, int further) {}

    static BranchDrawing of(BranchPicture picture) {
        List<BranchPicture.Branch> drawn =
                picture.branches().stream().limit(MOST_BRANCHES).toList();
        long from = picture.common() == null ? 0 : picture.common().position();
        long to = drawn.stream()
                .mapToLong(branch -> branch.head().position())
                .max()
                .orElse(from);
        int height = Math.max(1, drawn.size()) * ROW;
        int middle = ROW / 2;
        return new BranchDrawing(
                said(picture),
                WIDTH,
                height,
                Optional.ofNullable(picture.common())
                        .map(point -> new Trunk(
                                PART_AT, middle, label(picture.unit(), point), TopicReader.brief(point.id()))),
                IntStream.range(0, drawn.size())
                        .mapToObj(row -> branch(
                                drawn.get(row),
                                picture,
                                row,
                                to == from || picture.common() == null
                                        ? LAST
                                        : PART_AT
                                                + BEND
                                                + (int) ((drawn.get(row).head().position() - from)
                                                        * (LAST - PART_AT - BEND)
                                                        / (to - from))))
                        .toList(),
                picture.branches().size() - drawn.size(),
                picture.apart());
    }

    private static Branch branch(BranchPicture.Branch branch, BranchPicture picture, int row, int x) {
        int y = row * ROW + ROW / 2;
        int start = ROW / 2;
        String path;
        if (picture.common() == null || row == 0) {
            path = "M8 %dH%d".formatted(y, x);
        } else {
            path = "M%d %dC%d %d %d %d %d %dH%d"
                    .formatted(PART_AT, start, PART_AT + BEND / 2, start, PART_AT, y, PART_AT + BEND, y, x);
        }
        return new Branch(
                path,
                x,
                y,
                label(picture.unit(), branch.head()),
                branch.head().id(),
                TopicReader.brief(branch.head().id()),
                branch.nodes().stream().limit(MOST_NODES).toList(),
                Math.max(0, branch.nodes().size() - MOST_NODES));
    }

    private static String label(String unit, BranchPicture.Point point) {
        return StringUtils.capitalize(unit) + " " + point.position();
    }

    private static String said(BranchPicture picture) {
        int number = picture.branches().size();
        String told = switch (number) {
            case 0 -> "No branch is known yet";
            case 1 -> "All nodes that tell theirs are on one branch";
            default ->
                number + " branches"
                        + (picture.common() == null
                                ? ""
                                : ", one up to " + picture.unit() + " "
                                        + picture.common().position());
        };
        return picture.apart().isEmpty()
                ? told + "."
                : told + "; of " + String.join(", ", picture.apart()) + " it cannot be told.";
    }
}
