package io.github.nodesonde.api;

/**
 * How wide a text is in DejaVu Sans, which is nearly as wide as Verdana: the browser stretches by little, whichever of the
 * two it has. From the advance widths of that font.
 */
final class TextWidth {

    /** In pixels. */
    static final int FONT_SIZE = 11;

    private static final char FIRST = ' ';
    private static final int UNITS = 1000;

    /** Of the printable ASCII characters, in thousandths of the font's size. */
    private static final int[] WIDTHS = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
                636,
        636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557,
                863,
        748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550,
                635,
        615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525,
                636,
        337, 636, 838
    };

    private TextWidth() {}

    /** In whole pixels; a character that the table lacks counts as the widest. */
    static int of(String text) {
        int units = text.codePoints()
                .map(point -> point >= FIRST && point < FIRST + WIDTHS.length ? WIDTHS[point - FIRST] : UNITS)
                .sum();
        return Math.ceilDiv(units * FONT_SIZE, UNITS);
    }
}
