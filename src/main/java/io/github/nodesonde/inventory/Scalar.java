package io.github.nodesonde.inventory;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.text.NearestName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One way to read a single value.
 *
 * @param expected what fits, as a noun phrase
 * @param reading the value of what fits; empty for what does not
 * @param remedy what to write instead of what does not fit
 */
record Scalar<T>(String expected, Function<ScalarNode, Optional<T>> reading, Function<ScalarNode, String> remedy) {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private static final Pattern MEASURED = Pattern.compile("([0-9]{1,18}) ?[a-zA-Z]{1,10}");

    /** Any text, quoted or not: {@code 1.10} stays what was written. */
    static final Scalar<String> TEXT =
            new Scalar<>("a text", scalar -> Optional.of(scalar.getValue()), _ -> "write a text, or remove the key");

    static final Scalar<Boolean> FLAG = new Scalar<>(
            "true or false",
            scalar -> switch (plain(scalar)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            },
            scalar -> switch (scalar.getValue().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> "write true, without quotes";
                case "false", "no", "off" -> "write false, without quotes";
                default -> "write true or false";
            });

    static final Scalar<Duration> DURATION = new Scalar<>(
            "a duration with its unit (500ms, 15s, 2m)",
            scalar -> DurationText.parse(scalar.getValue()),
            scalar -> DurationText.parse(scalar.getValue() + "s").isPresent()
                    ? "write " + scalar.getValue() + "s"
                    : "write a whole number above 0 and one of ms, s, m, h, d");

    /** A DNS label, as ids of nodes and names of networks are. */
    static final Scalar<String> NAME = new Scalar<>(
            "a DNS label (1 to 63 of a-z, 0-9 and -, no - at either end)",
            scalar -> Optional.of(scalar.getValue()).filter(NodeId::isDnsLabel),
            scalar -> Optional.of(scalar.getValue()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", ""))
                    .filter(NodeId::isDnsLabel)
                    .map(label -> "write " + label)
                    .orElse("write a name such as node-1"));

    static Scalar<Long> integer(long least, long most) {
        return new Scalar<>(
                "a whole number from " + least + " to " + most,
                scalar -> Optional.of(plain(scalar))
                        .filter(text -> WHOLE.matcher(text).matches())
                        .map(Long::valueOf)
                        .filter(value -> least <= value && value <= most),
                Scalar::numberRemedy);
    }

    static Scalar<BigDecimal> number(double least, double most) {
        return new Scalar<>(
                "a number from " + inWords(least) + " to " + inWords(most),
                scalar -> Optional.of(plain(scalar))
                        .filter(text -> DECIMAL.matcher(text).matches())
                        .map(BigDecimal::new)
                        .filter(value -> value.compareTo(BigDecimal.valueOf(least)) >= 0
                                && value.compareTo(BigDecimal.valueOf(most)) <= 0),
                Scalar::numberRemedy);
    }

    static <T> Scalar<T> oneOf(Map<String, T> choices) {
        var sorted = new TreeMap<>(choices);
        String fallback = sorted.size() == 1 ? "write " + sorted.firstKey() : "write one of these";
        return new Scalar<>(
                sorted.size() == 1 ? sorted.firstKey() : "one of " + String.join(", ", sorted.keySet()),
                scalar -> Optional.ofNullable(sorted.get(scalar.getValue())),
                scalar -> NearestName.of(scalar.getValue(), sorted.keySet())
                        .map(name -> "write " + name)
                        .orElse(fallback));
    }

    /** The text of an unquoted scalar; nothing that could be a number or a flag for a quoted one. */
    private static String plain(ScalarNode scalar) {
        return scalar.isPlain() ? scalar.getValue() : "";
    }

    private static String numberRemedy(ScalarNode scalar) {
        Matcher measured = MEASURED.matcher(scalar.getValue());
        if (measured.matches()) {
            return "write " + measured.group(1) + ", without a unit";
        }
        return scalar.isPlain() ? "write a number within these bounds" : "write the number without quotes";
    }

    private static String inWords(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
