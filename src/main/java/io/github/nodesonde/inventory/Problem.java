package io.github.nodesonde.inventory;

/**
 * One mistake in the inventory file, told so that whoever made it can mend it.
 *
 * @param file the file's name without its folder
 * @param line counted from 1
 * @param column counted from 1
 * @param path the field, such as {@code networks[0].interval}; empty for the file as a whole
 * @param found what stands there, as a noun phrase; what it quotes is short and printable
 * @param expected what would have been right, as a noun phrase
 * @param remedy what to do, as an imperative phrase
 */
public record Problem(String file, int line, int column, String path, String found, String expected, String remedy) {

    /** The problem on one line, as it is shown wherever it is shown. */
    @Override
    public String toString() {
        String field = path.isEmpty() ? "" : " " + path + ":";
        return "%s:%d:%d%s found %s, expected %s: %s".formatted(file, line, column, field, found, expected, remedy);
    }
}
