package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The heap of another virtual machine, as {@code jcmd} tells it.
 *
 * @param pid of its process
 */
record Heap(long pid) {

    /** What each collector calls its parts of the heap. */
    private static final Pattern USED = Pattern.compile(
            "^\\s*(?:garbage-first heap|def ?new|tenured|PSYoungGen|ParOldGen)\\b.*?used (\\d+)K",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** What lives, after a collection. */
    double liveMebibytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToDouble(found -> Double.parseDouble(found.group(1)))
                        .sum()
                / 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return told;
    }
}
