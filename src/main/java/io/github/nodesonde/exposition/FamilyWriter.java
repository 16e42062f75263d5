package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Writes families as both formats have them: HELP, TYPE, then a line for each sample. */
final class FamilyWriter {

    private final Writer out;
    private final boolean quotesEscapedInHelp;

    FamilyWriter(Writer out, boolean quotesEscapedInHelp) {
        this.out = out;
        this.quotesEscapedInHelp = quotesEscapedInHelp;
    }

    /** Writes the samples under the given name and type; a HELP that says nothing is left out. */
    void write(Family family, String name, String type) throws IOException {
        if (!family.help().isEmpty()) {
            out.write("# HELP " + name + " ");
            escaped(family.help(), quotesEscapedInHelp);
            out.write('\n');
        }
        out.write("# TYPE " + name + " " + type + "\n");
        for (Sample sample : family.samples()) {
            write(sample);
        }
    }

    private void write(Sample sample) throws IOException {
        out.write(sample.name());
        char separator = '{';
        for (Map.Entry<String, String> label : sample.labels().byName().entrySet()) {
            out.write(separator);
            out.write(label.getKey());
            out.write("=\"");
            escaped(label.getValue(), true);
            out.write('"');
            separator = ',';
        }
        out.write(separator == ',' ? "} " : " ");
        out.write(Numbers.text(sample.value()));
        out.write('\n');
    }

    private void escaped(String text, boolean quotes) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '"' && quotes) {
                out.write('\\');
                out.write(c);
            } else if (c == '\n') {
                out.write("\\n");
            } else {
                out.write(c);
            }
        }
    }
}
