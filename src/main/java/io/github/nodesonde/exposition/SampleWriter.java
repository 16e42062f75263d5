package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/**
 * Writes samples: a series as its page has it, the labels of its part added, bounds in one spelling, then the value. Text is
 * copied in as few pieces as there can be, and nothing allocated but for values with a fraction; {@code ExpositionBenchmark}
 * measures it.
 */
final class SampleWriter implements MergedPage.Reader<IOException> {

    private final TextSink out;
    private final boolean respells;
    private final Bound bound = new Bound();

    /** @param respells whether bounds are written in one spelling */
    SampleWriter(TextSink out, boolean respells) {
        this.out = out;
        this.respells = respells;
    }

    @Override
    public void read(Part part, Source source, int index) throws IOException {
        Page page = part.page();
        Shape shape = page.shape();
        Members members = source.members();
        int series = members.series()[index];
        byte[] text = shape.text();
        int end = shape.end(series);
        boolean respelled = respells
                && bound.find(members.type(), members.suffixes()[index], text, shape.start(series), end)
                && !bound.isPlain();
        int nameEnd = shape.nameEnd(series);
        out.text(source.prefix());
        out.bytes(text, shape.start(series), nameEnd);
        byte[] added = part.addedText();
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
            if (part.added().containsKey(new String(text, at, equals - at, UTF_8))) {
                out.text(Part.EXPORTED);
            }
            labels(text, at, after, respelled);
            at = after;
        }
    }
}
