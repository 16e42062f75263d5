package io.github.nodesonde.demo.genlayer;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** One family of a simulated metrics page. Values are functions of the seconds since the node's process started. */
record Series(String name, String type, String help, List<Line> lines) {

    private static final double LARGEST_EXACT = 1L << 53;

    /**
     * @param suffix what follows the family's name in this line
     * @param labels the line's own, as they are printed; empty for none
     */
    record Line(String suffix, String labels, DoubleUnaryOperator value) {}

    static Series gauge(String name, String help, DoubleUnaryOperator value) {
        return new Series(name, "gauge", help, List.of(new Line("", "", value)));
    }

    static Series counter(String name, String help, DoubleUnaryOperator value) {
        return new Series(name, "counter", help, List.of(new Line("", "", value)));
    }

    static DoubleUnaryOperator always(double value) {
        return _ -> value;
    }

    /** Grows in whole steps. */
    static DoubleUnaryOperator growing(double perSecond) {
        return uptime -> Math.floor(uptime * perSecond);
    }

    /** Swings around a mean, in whole numbers. */
    static DoubleUnaryOperator swinging(double mean, double swing, double periodSeconds) {
        return uptime -> Math.rint(mean + swing * Math.sin(2 * Math.PI * uptime / periodSeconds));
    }

    /** @param common labels of every line, as they are printed; empty for none */
    void print(StringBuilder page, String common, double uptime) {
        page.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
        for (Line line : lines) {
            page.append(name).append(line.suffix());
            String labels =
                    line.labels().isEmpty() || common.isEmpty() ? line.labels() + common : line.labels() + "," + common;
            if (!labels.isEmpty()) {
                page.append('{').append(labels).append('}');
            }
            page.append(' ').append(written(line.value().applyAsDouble(uptime))).append('\n');
        }
    }

    private static String written(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
