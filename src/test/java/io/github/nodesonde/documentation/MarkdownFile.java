package io.github.nodesonde.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document as GitHub shows it: what it links to, and what of it can be linked to. */
record MarkdownFile(Path path, String text) {

    private static final String IN_THE_REPOSITORY = "https://github.com/nodesonde/nodesonde/(?:blob|tree)/main/";

    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|(?<!`)`[^`\n]+`(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LINKED = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern NO_PART_OF_AN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

    static MarkdownFile read(Path path) {
        try {
            return new MarkdownFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it links to within the repository, as it is written there. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll("code"))
                .results()
                .map(link -> link.group(1).replaceFirst("^" + IN_THE_REPOSITORY, "/"))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /** Of these links those that lead nowhere. */
    Stream<String> broken() {
        return links().stream().filter(link -> !leadsSomewhere(link));
    }

    private boolean leadsSomewhere(String link) {
        int hash = link.indexOf('#');
        if (hash == 0) {
            return anchors().contains(link.substring(1));
        }
        Path target = target(hash < 0 ? link : link.substring(0, hash));
        return Files.exists(target) && (hash < 0 || read(target).anchors().contains(link.substring(hash + 1)));
    }

    private Path target(String file) {
        return file.startsWith("/") ? Path.of(file.substring(1)) : path.resolveSibling(file);
    }

    /** One for each heading, in their order; of equal ones each further has a number. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        var anchors = new ArrayList<String>();
        HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(MarkdownFile::anchor)
                .forEach(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    anchors.add(before == 0 ? anchor : anchor + "-" + before);
                });
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        String shown = LINKED.matcher(heading.group(1)).replaceAll("$1").strip().toLowerCase(Locale.ROOT);
        return NO_PART_OF_AN_ANCHOR.matcher(shown).replaceAll("").replace(' ', '-');
    }
}
