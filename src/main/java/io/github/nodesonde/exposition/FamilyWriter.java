package io.github.nodesonde.exposition;

import java.io.IOException;

/** Writes families as both formats have them: HELP, TYPE, then a line for each sample. */
final class FamilyWriter {

    private final MergedPage page;
    private final TextSink out;
    private final boolean quotesEscapedInHelp;
    private final boolean quotesNames;
    private final SampleWriter samples;

    FamilyWriter(MergedPage page, TextSink out, boolean quotesEscapedInHelp, boolean quotesNames) {
        this.page = page;
        this.out = out;
        this.quotesEscapedInHelp = quotesEscapedInHelp;
        this.quotesNames = quotesNames;
        this.samples = new SampleWriter(out, page.isRespelled(), quotesNames);
    }

    /** Writes the samples under the given name and type; a HELP that says nothing is left out. */
    void write(MergedFamily family, String name, String type) throws IOException {
        head(family.help(), name, type);
        page.forEach(family, samples);
    }

    /** Writes the samples as untyped families, one for each sample name that occurs. */
    void writeLoose(MergedFamily family) throws IOException {
        for (int i = 0; i < family.type().suffixes().size(); i++) {
            int suffix = i;
            String name = family.name() + family.type().suffixes().get(suffix);
            boolean[] headed = {false};
            MergedPage.Reader<IOException> ofSuffix = (part, source, index) -> {
                if (source.members().suffixes()[index] == suffix) {
                    if (!headed[0]) {
                        head(family.help(), name, "untyped");
                        headed[0] = true;
                    }
                    samples.read(part, source, index);
                }
            };
            page.forEach(family, ofSuffix);
        }
    }

    private void head(String help, String kept, String type) throws IOException {
        String name = quotesNames
                ? Names.unescaped(kept, true).map(QuotedNames::quoted).orElse(kept)
                : kept;
        if (!help.isEmpty()) {
            out.text("# HELP ");
            out.text(name);
            out.character(' ');
            out.text(EscapedText.escaped(help, quotesEscapedInHelp));
            out.character('\n');
        }
        out.text("# TYPE ");
        out.text(name);
        out.character(' ');
        out.text(type);
        out.character('\n');
    }
}
