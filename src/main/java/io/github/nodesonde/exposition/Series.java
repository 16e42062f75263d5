package io.github.nodesonde.exposition;

/** What makes two samples one series. */
record Series(String name, Labels labels) {

    static Series of(Sample sample) {
        return new Series(sample.name(), sample.labels());
    }
}
