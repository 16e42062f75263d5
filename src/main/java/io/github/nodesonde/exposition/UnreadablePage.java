package io.github.nodesonde.exposition;

/** The bytes are no page of either text format. The message says where and why, never more than a few characters of it. */
public final class UnreadablePage extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int EXCERPT = 40;

    public UnreadablePage(String message) {
        super(message);
    }

    /** A page of which no line could be read. What is quoted of the given one is short and printable. */
    static UnreadablePage at(int number, String line) {
        var excerpt = new StringBuilder();
        line.codePoints()
                .limit(EXCERPT)
                .map(character -> character >= ' ' && character <= '~' ? character : '?')
                .forEach(excerpt::appendCodePoint);
        return new UnreadablePage("line " + number + " is no sample, and none follows: '" + excerpt
                + (line.length() > EXCERPT ? "…'" : "'"));
    }
}
