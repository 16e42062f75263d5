package io.github.nodesonde.limits;

/** What a gateway takes of its machine, as it tells itself. */
record Footprint(double heapBytes, double threads, double descriptors) {

    private static final double MIB = 1024 * 1024;

    /** @param page the gateway's own series */
    static Footprint of(String page) {
        return new Footprint(
                sum(page, "jvm_memory_used_bytes{area=\"heap\""),
                sum(page, "jvm_threads_live_threads"),
                sum(page, "process_files_open_files"));
    }

    private static double sum(String page, String prefix) {
        return page.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public String toString() {
        return "heap %.1f MiB, %.0f threads, %.0f descriptors".formatted(heapBytes / MIB, threads, descriptors);
    }
}
