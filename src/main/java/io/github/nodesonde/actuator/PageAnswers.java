package io.github.nodesonde.actuator;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers with a page in the text format that the scraper prefers, written as it goes out. What a page was made of
 * is in memory until its reader has it, so there is a bound to how many are on their way; who waits too long for a turn is told to come again. Thread-safe.
 */
final class PageAnswers {

    private final PageTurns turns;

    PageAnswers(PageTurns turns) {
        this.turns = turns;
    }

    /** Answers GET with the page, compressed for who takes that; HEAD with the headers alone, for which none is made. */
    ServerResponse of(ServerRequest request, HttpStatus status, Supplier<MergedPage> page) {
        TextFormat format = TextFormat.accepted(accept(request.headers().header(HttpHeaders.ACCEPT)));
        AcceptedCoding coding = AcceptedCoding.of(request.headers().header(HttpHeaders.ACCEPT_ENCODING));
        boolean bodyless = request.method().equals(HttpMethod.HEAD);
        return ServerResponse.status(status)
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING)
                .build((_, response) -> {
                    if (bodyless) {
                        coding.announceOn(response);
                    } else {
                        takeTurn();
                        try {
                            MergedPage made = page.get();
                            coding.announceOn(response);
                            write(made, format, coding, response.getOutputStream());
                        } finally {
                            turns.giveBack();
                        }
                    }
                    return null;
                });
    }

    private static void write(MergedPage page, TextFormat format, AcceptedCoding coding, OutputStream out)
            throws IOException {
        switch (coding) {
            case PLAIN -> format.write(page, out);
            case GZIP -> {
                var compressed = new FastGzipStream(out);
                try {
                    format.write(page, compressed);
                    compressed.finish();
                } finally {
                    compressed.release();
                }
            }
        }
    }

    private void takeTurn() {
        if (turns.take()) {
            return;
        }
        var busy = new Problem(
                ProblemType.BUSY,
                "Expected fewer scrapers at once; no more than %d are answered. Ask again soon."
                        .formatted(turns.most()));
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(PageTurns.LONGEST_WAIT_SECONDS));
        throw busy;
    }

    private static String accept(List<String> headers) {
        return headers.isEmpty() ? MediaType.ALL_VALUE : String.join(",", headers);
    }
}
