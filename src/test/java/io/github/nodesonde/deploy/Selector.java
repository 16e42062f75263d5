package io.github.nodesonde.deploy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A selection of series within an expression of PromQL.
 *
 * @param name of the metric; empty where only labels select
 * @param matchers as they are written, with their braces; empty where there are none
 * @param grouping the labels that aggregations around it keep
 * @param aggregation the innermost operator that aggregates it, such as {@code max}; empty where none does
 */
public record Selector(String name, String matchers, Set<String> grouping, String aggregation) {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9a-zA-Z.]*|\\[[^]]*]|[^\\s]", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:].*");
    private static final Set<String> AGGREGATIONS = Set.of(
            "sum",
            "min",
            "max",
            "avg",
            "group",
            "stddev",
            "stdvar",
            "count",
            "count_values",
            "bottomk",
            "topk",
            "quantile");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");
    private static final Set<String> MATCHING = Set.of("on", "ignoring", "group_left", "group_right");

    /** All within the expression, in its order. It puts {@code by} before what is aggregated. */
    public static List<Selector> in(String expression) {
        return new Reader(TOKEN.matcher(expression)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .read();
    }

    /** The selection as an expression of its own. */
    public String text() {
        return name + matchers;
    }

    private record Scope(String aggregation, Collection<String> kept) {}

    private static final class Reader {

        private final List<String> tokens;
        private final Deque<Scope> open = new ArrayDeque<>();
        private final List<Selector> found = new ArrayList<>();
        private int at;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        List<Selector> read() {
            var next = new Scope("", List.of());
            while (at < tokens.size()) {
                String token = tokens.get(at++);
                switch (token) {
                    case "(" -> {
                        open.push(next);
                        next = new Scope("", List.of());
                    }
                    case ")" -> open.pop();
                    case "{" -> found.add(selector("", matchers()));
                    case String word when AGGREGATIONS.contains(word) -> next = new Scope(word, kept());
                    case String word when MATCHING.contains(word) -> skipList();
                    case String word
                    when NAME.matcher(word).matches() && !WORDS.contains(word) && !isNext("(") ->
                        found.add(selector(word, isNext("{") ? matchersAhead() : ""));
                    default -> {
                        // An operator, a number, a range, a function's name.
                    }
                }
            }
            return List.copyOf(found);
        }

        private Selector selector(String name, String matchers) {
            var grouping = new TreeSet<String>();
            open.forEach(scope -> grouping.addAll(scope.kept()));
            return new Selector(
                    name,
                    matchers,
                    grouping,
                    open.stream()
                            .map(Scope::aggregation)
                            .filter(operator -> !operator.isEmpty())
                            .findFirst()
                            .orElse(""));
        }

        private List<String> kept() {
            boolean by = isNext("by");
            if (!by && !isNext("without")) {
                return List.of();
            }
            at++;
            List<String> labels = list();
            return by ? labels : List.of();
        }

        private void skipList() {
            if (isNext("(")) {
                list();
            }
        }

        private List<String> list() {
            int end = tokens.subList(at, tokens.size()).indexOf(")") + at;
            List<String> labels = tokens.subList(at + 1, end).stream()
                    .filter(token -> !token.equals(","))
                    .toList();
            at = end + 1;
            return labels;
        }

        private String matchersAhead() {
            at++;
            return matchers();
        }

        /** From behind the opening brace on. */
        private String matchers() {
            int end = tokens.subList(at, tokens.size()).indexOf("}") + at;
            String text = "{" + String.join("", tokens.subList(at, end)) + "}";
            at = end + 1;
            return text;
        }

        private boolean isNext(String token) {
            return at < tokens.size() && requireNonNull(tokens.get(at)).equals(token);
        }
    }
}
