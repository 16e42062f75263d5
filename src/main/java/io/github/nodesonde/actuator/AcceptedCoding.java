package io.github.nodesonde.actuator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** How a client takes the bytes of an answer (RFC 9110 §12.5.3), as far as it matters to what is offered: gzip or nothing. */
enum AcceptedCoding {
    PLAIN,
    GZIP;

    /** Gzip where the client names it or any coding, unless with a quality of zero. Never fails. */
    static AcceptedCoding of(List<String> headers) {
        var any = PLAIN;
        for (String range : String.join(",", headers).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            AcceptedCoding taken = isRefused(parts) ? PLAIN : GZIP;
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> {
                    return taken;
                }
                case "*" -> any = taken;
                default -> {}
            }
        }
        return any;
    }

    /** Says so in the head of the answer; not before it is sure that there will be one, for errors are sent as they are. */
    void announceOn(HttpServletResponse response) {
        if (this == GZIP) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].replace(" ", "").replace("\t", "").matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
