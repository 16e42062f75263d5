package io.github.nodesonde.exposition;

import java.io.IOException;

/**
 * Text format 0.0.4. Every name is printed as it is. What only OpenMetrics knows becomes what it can be here: an info and
 * a state set are gauges, the series of a gauge histogram untyped.
 */
record PlainPageWriter(MergedPage page, boolean quotesNames) implements PageWriter {

    @Override
    public void write(TextSink out) throws IOException {
        var writer = new FamilyWriter(page, out, false, quotesNames);
        for (MergedFamily family : page.families()) {
            switch (family.type()) {
                case COUNTER -> writer.write(family, family.name(), "counter");
                case GAUGE, INFO, STATESET -> writer.write(family, family.name(), "gauge");
                case HISTOGRAM -> writer.write(family, family.name(), "histogram");
                case SUMMARY -> writer.write(family, family.name(), "summary");
                case UNTYPED -> writer.write(family, family.name(), "untyped");
                case GAUGEHISTOGRAM -> writer.writeLoose(family);
            }
        }
    }
}
