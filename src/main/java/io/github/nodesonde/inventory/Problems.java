package io.github.nodesonde.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** The mistakes of one file while it is read. Keeps as many as people can use, so that no file can fill the memory. */
final class Problems {

    static final int MOST = 100;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Mark place, String path, String found, String expected, String remedy) {
        add(place.getLine() + 1, place.getColumn() + 1, path, found, expected, remedy);
    }

    void add(int line, int column, String path, String found, String expected, String remedy) {
        if (problems.size() < MOST) {
            problems.add(new Problem(file, line, column, path, found, expected, remedy));
        }
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** All of them, in the order of their places in the file. */
    List<Problem> sorted() {
        return problems.stream().sorted(BY_PLACE).toList();
    }
}
