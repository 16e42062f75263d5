package io.github.nodesonde.api;

import org.springframework.web.util.HtmlUtils;

/** Draws two words side by side. */
final class BadgePicture {

    private static final int PADDING = 6;

    private BadgePicture() {}

    static String of(String label, String message, String colour) {
        int labelWidth = TextWidth.of(label);
        int messageWidth = TextWidth.of(message);
        int edge = labelWidth + 2 * PADDING;
        int width = edge + messageWidth + 2 * PADDING;
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" viewBox="0 0 %1$d 20" role="img" \
            aria-label="%2$s: %3$s"><title>%2$s: %3$s</title>\
            <path fill="#3c4146" d="M3 0H%4$dV20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/>\
            <path fill="%5$s" d="M%4$d 0H%6$da3 3 0 0 1 3 3V17a3 3 0 0 1-3 3H%4$dz"/>\
            <g fill="#fff" font-family="DejaVu Sans,Verdana,Geneva,sans-serif" font-size="%7$d">\
            <text x="%8$d" y="14" textLength="%9$d">%2$s</text>\
            <text x="%10$d" y="14" textLength="%11$d">%3$s</text></g></svg>
            """.formatted(
                        width,
                        HtmlUtils.htmlEscape(label, "UTF-8"),
                        HtmlUtils.htmlEscape(message, "UTF-8"),
                        edge,
                        colour,
                        width - 3,
                        TextWidth.FONT_SIZE,
                        PADDING,
                        labelWidth,
                        edge + PADDING,
                        messageWidth);
    }
}
