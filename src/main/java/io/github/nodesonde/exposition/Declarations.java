package io.github.nodesonde.exposition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What the HELP and TYPE lines of one page say, gathered by family.
 *
 * <p>Lines about the same name belong together until one of them repeats. In OpenMetrics, where a counter is announced
 * without its suffix, that keeps a gauge {@code x} and a counter {@code x_total} apart, which some clients announce by
 * the same name.
 */
final class Declarations {

    private final boolean openMetrics;
    private final SequencedMap<String, Family> byName = new LinkedHashMap<>();
    private @Nullable String name;
    private Family.@Nullable Type type;
    private @Nullable String help;
    private int contradictions;

    Declarations(boolean openMetrics) {
        this.openMetrics = openMetrics;
    }

    /** Takes a line that begins with {@code #}. False when it is a HELP or TYPE that makes no sense; comments do. */
    boolean add(String line) {
        var words = new StringTokenizer(line.substring(1), " \t");
        String keyword = words.hasMoreTokens() ? words.nextToken() : "";
        if (!keyword.equals("HELP") && !keyword.equals("TYPE")) {
            return true;
        }
        String after = words.hasMoreTokens() ? words.nextToken("").strip() : "";
        int end = endOfName(after);
        String subject = subject(after.substring(0, end));
        String rest = after.substring(end).strip();
        if (!Names.isName(subject, true)) {
            return false;
        }
        return keyword.equals("HELP") ? describe(subject, rest) : declare(subject, rest);
    }

    /** The families announced, without samples, in the order of the page. */
    SequencedMap<String, Family> families() {
        closeBlock();
        return Collections.unmodifiableSequencedMap(byName);
    }

    /**
     * The quoted name of a sample, escaped. A word that the type of a family adds to its name stays apart, so that the sample
     * is found to be the family's: {@code my.size_bucket} becomes {@code U__my_2e_size_bucket}.
     */
    String escaped(String quoted) {
        String whole = Names.escaped(quoted, true);
        int end = quoted.lastIndexOf('_');
        if (end <= 0 || !Names.mayBeEscaped(whole) || whole.equals(name) || byName.containsKey(whole)) {
            return whole;
        }
        String family = Names.escaped(quoted.substring(0, end), true);
        String word = quoted.substring(end);
        return adds(family, word) ? family + word : whole;
    }

    /** Whether the type that was declared for the name prints samples called by it and the word. */
    private boolean adds(String subject, String word) {
        boolean structured = declaredType(subject)
                .filter(declared -> declared.isStructured())
                .isPresent();
        boolean counter = isDeclaredAs(Family.Type.COUNTER, subject, "_total");
        return switch (word) {
            case "_total" -> openMetrics && counter;
            case "_info" -> openMetrics && isDeclaredAs(Family.Type.INFO, subject, "_info");
            case "_created" -> openMetrics && (counter || structured);
            default ->
                structured && declaredType(subject).orElseThrow().suffixes().contains(word);
        };
    }

    private boolean isDeclaredAs(Family.Type wanted, String subject, String suffix) {
        return declaredType(subject).or(() -> declaredType(subject + suffix)).equals(Optional.of(wanted));
    }

    private Optional<Family.Type> declaredType(String subject) {
        return subject.equals(name)
                ? Optional.ofNullable(type)
                : Optional.ofNullable(byName.get(subject)).map(Family::type);
    }

    /** How many TYPE lines contradicted one before them, and were not followed. */
    int contradictions() {
        return contradictions;
    }

    /** Where the name ends that the text begins with, quotes included. */
    private static int endOfName(String text) {
        boolean quoted = text.startsWith("\"");
        int end = quoted ? 1 : 0;
        while (end < text.length() && (quoted ? text.charAt(end) != '"' : text.charAt(end) > ' ')) {
            end += quoted && text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), quoted ? end + 1 : end);
    }

    private static String subject(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                ? Names.escaped(EscapedText.unescaped(name.substring(1, name.length() - 1), true), true)
                : name;
    }

    private boolean describe(String subject, String text) {
        if (!subject.equals(name) || help != null) {
            closeBlock();
            name = subject;
        }
        help = EscapedText.unescaped(text, openMetrics);
        return true;
    }

    private boolean declare(String subject, String word) {
        Optional<Family.Type> declared = type(word);
        if (declared.isEmpty()) {
            return false;
        }
        if (!subject.equals(name) || type != null) {
            closeBlock();
            name = subject;
        }
        type = declared.get();
        return true;
    }

    private void closeBlock() {
        if (name != null) {
            Family.Type declared = type == null ? Family.Type.UNTYPED : type;
            String family = openMetrics ? spelledOut(name, declared) : name;
            byName.merge(family, new Family(family, declared, help == null ? "" : help, List.of()), this::completed);
        }
        name = null;
        type = null;
        help = null;
    }

    private Family completed(Family before, Family more) {
        if (before.type() != Family.Type.UNTYPED
                && more.type() != Family.Type.UNTYPED
                && before.type() != more.type()) {
            contradictions++;
        }
        return new Family(
                before.name(),
                before.type() == Family.Type.UNTYPED ? more.type() : before.type(),
                before.help().isEmpty() ? more.help() : before.help(),
                List.of());
    }

    private static String spelledOut(String name, Family.Type type) {
        String suffix = switch (type) {
            case COUNTER -> "_total";
            case INFO -> "_info";
            case GAUGE, HISTOGRAM, SUMMARY, UNTYPED, STATESET, GAUGEHISTOGRAM -> "";
        };
        return name.endsWith(suffix) ? name : name + suffix;
    }

    private Optional<Family.Type> type(String word) {
        return switch (word) {
            case "counter" -> Optional.of(Family.Type.COUNTER);
            case "gauge" -> Optional.of(Family.Type.GAUGE);
            case "histogram" -> Optional.of(Family.Type.HISTOGRAM);
            case "summary" -> Optional.of(Family.Type.SUMMARY);
            case "untyped", "unknown" -> Optional.of(Family.Type.UNTYPED);
            case "info" -> Optional.of(Family.Type.INFO).filter(_ -> openMetrics);
            case "stateset" -> Optional.of(Family.Type.STATESET).filter(_ -> openMetrics);
            case "gaugehistogram" -> Optional.of(Family.Type.GAUGEHISTOGRAM).filter(_ -> openMetrics);
            default -> Optional.empty();
        };
    }
}
