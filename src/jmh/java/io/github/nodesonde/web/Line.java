package io.github.nodesonde.web;

/**
 * What was measured of one kind of question, in milliseconds.
 *
 * @param bytes of one answer
 * @param first until the first byte, the median and what 99 of 100 stay below
 * @param cpuSeconds of readers and gateway together
 */
record Line(String what, int times, long bytes, Spread first, Spread whole, double cpuSeconds) {

    static final String HEAD = "%-30s %6s %9s %9s %9s %9s %9s %8s"
            .formatted("", "times", "bytes", "first p50", "first p99", "whole p50", "whole p99", "CPU-s");

    record Spread(double p50, double p99) {

        /** @param nanos sorted */
        static Spread of(long[] nanos) {
            return new Spread(at(nanos, 0.5), at(nanos, 0.99));
        }

        private static double at(long[] nanos, double part) {
            return Math.round(nanos[(int) Math.ceil(part * nanos.length) - 1] / 1e4) / 100.0;
        }
    }

    @Override
    public String toString() {
        return "%-30s %6d %9d %9.2f %9.2f %9.2f %9.2f %8.2f"
                .formatted(what, times, bytes, first.p50, first.p99, whole.p50, whole.p99, cpuSeconds);
    }
}
