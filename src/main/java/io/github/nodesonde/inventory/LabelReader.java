package io.github.nodesonde.inventory;

import io.github.nodesonde.text.PrintableText;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the operator's own labels of a node. */
final class LabelReader {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    /** What the gateway, the nodes' series, Prometheus or Kubernetes set themselves. */
    private static final Set<String> RESERVED = Stream.of(
                    "job instance namespace service pod container endpoint node network le quantile client check",
                    "verdict probe reason rule version name module state validator")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private LabelReader() {}

    static SortedMap<String, String> read(YamlFields node) {
        SortedMap<String, String> labels = node.textMap("labels");
        YamlFields fields = node.nested("labels");
        for (String name : labels.keySet()) {
            if (!NAME.matcher(name).matches()) {
                fields.misnamed(
                        name, "a label name (letters, digits and _, no digit first)", "write " + corrected(name));
            } else if (RESERVED.contains(name)) {
                fields.misnamed(name, "a label name that is not taken already", "write my_" + name);
            } else if (name.startsWith("__") || name.startsWith("exported_")) {
                fields.misnamed(name, "a label name that begins neither with __ nor exported_", "choose another");
            }
        }
        return labels;
    }

    private static String corrected(String name) {
        String letters = PrintableText.of(name, PrintableText.MAX_QUOTE).replaceAll("[^a-zA-Z0-9]+", "_");
        return NAME.matcher(letters).matches() ? letters : "label_" + letters;
    }
}
