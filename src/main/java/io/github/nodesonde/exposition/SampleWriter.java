package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Writes samples: a series as its page has it, the labels of its part added, bounds in one spelling, then the value. Text is
 * copied in as few pieces as there can be, and nothing allocated but for values with a fraction; a hundred pages of a Python
 * and of a Go node were merged and written at 1.6 and 1.1 GB of text a second of processor time, as {@code ExpositionBenchmark}
 * does it.
 */
final class SampleWriter implements MergedPage.Reader<IOException> {

    private final TextSink out;
    private final boolean respells;
    private final boolean quotes;
    private final Bound bound = new Bound();

    /**
     * @param respells whether bounds are written in one spelling
     * @param quotes whether names that only UTF-8 can spell are written in quotes, as the node did, rather than escaped
     */
    SampleWriter(TextSink out, boolean respells, boolean quotes) {
        this.out = out;
        this.respells = respells;
        this.quotes = quotes;
    }

    @Override
    public void read(Part part, Source source, int index) throws IOException {
        Page page = part.page();
        Shape shape = page.shape();
        Members members = source.members();
        int series = members.series()[index];
        byte[] text = shape.text();
        int end = shape.end(series);
        if (quotes && (part.mayQuoteLabels() || Names.mayBeEscaped(text, shape.start(series), end))) {
            quoted(part.series(source, index, respells), page.values()[series]);
            return;
        }
        boolean respelled = respells
                && bound.find(members.type(), members.suffixes()[index], text, shape.start(series), end)
                && !bound.isPlain();
        int nameEnd = shape.nameEnd(series);
        out.text(source.prefix());
        out.bytes(text, shape.start(series), nameEnd);
        byte[] added = part.added().text();
        if (added.length > 0) {
            out.character('{');
            out.bytes(added, 0, added.length);
            out.character(nameEnd == end ? '}' : ',');
        } else if (nameEnd < end) {
            out.character('{');
        }
        if (nameEnd < end) {
            if (part.exports()) {
                exported(part, text, nameEnd + 1, end, respelled);
            } else {
                labels(text, nameEnd + 1, end, respelled);
            }
        }
        out.character(' ');
        out.number(page.values()[series]);
        out.character('\n');
    }

    /** The same where names may stand in quotes: so rare that it is made of Strings. */
    private void quoted(Series series, double value) throws IOException {
        Optional<String> name = Names.unescaped(series.name(), true);
        String separator = name.isPresent() ? "," : "{";
        out.text(name.isPresent() ? "{" + QuotedNames.quoted(name.get()) : series.name());
        for (Map.Entry<String, String> label : series.labels().byName().entrySet()) {
            out.text(separator);
            out.text(Names.unescaped(label.getKey(), false)
                    .map(QuotedNames::quoted)
                    .orElse(label.getKey()));
            out.text("=" + QuotedNames.quoted(label.getValue()));
            separator = ",";
        }
        out.text(separator.equals(",") ? "} " : " ");
        out.number(value);
        out.character('\n');
    }

    private void labels(byte[] text, int from, int to, boolean respelled) throws IOException {
        if (respelled && from <= bound.start() && bound.end() <= to) {
            out.bytes(text, from, bound.start());
            if (bound.isShortInteger()) {
                out.bytes(text, bound.start(), bound.end());
                out.text(".0");
            } else {
                out.text(bound.canonical());
            }
            out.bytes(text, bound.end(), to);
        } else {
            out.bytes(text, from, to);
        }
    }

    /** The same label by label, the names of those renamed that are added to the part. */
    private void exported(Part part, byte[] text, int from, int to, boolean respelled) throws IOException {
        int at = from;
        while (at < to) {
            int equals = at;
            while (text[equals] != '=') {
                equals++;
            }
            int after = Shape.endOfValue(text, equals + 2) + 2;
            if (part.added().byName().containsKey(new String(text, at, equals - at, UTF_8))) {
                out.text(Part.EXPORTED);
            }
            labels(text, at, after, respelled);
            at = after;
        }
    }
}
