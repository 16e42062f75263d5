package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.Writer;

/**
 * Text format 0.0.4. Every name is printed as it is. What only OpenMetrics knows becomes what it can be here: an info and
 * a state set are gauges, the series of a gauge histogram untyped.
 */
record PlainPageWriter(Page page) implements PageWriter {

    @Override
    public void write(Writer out) throws IOException {
        var writer = new FamilyWriter(out, false);
        for (Family family : page.families().values()) {
            switch (family.type()) {
                case COUNTER -> writer.write(family, family.name(), "counter");
                case GAUGE, INFO, STATESET -> writer.write(family, family.name(), "gauge");
                case HISTOGRAM -> writer.write(family, family.name(), "histogram");
                case SUMMARY -> writer.write(family, family.name(), "summary");
                case UNTYPED -> writer.write(family, family.name(), "untyped");
                case GAUGEHISTOGRAM -> {
                    for (Family loose : family.loose()) {
                        writer.write(loose, loose.name(), "untyped");
                    }
                }
            }
        }
    }
}
