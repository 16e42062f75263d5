package io.github.nodesonde.actuator;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.TextFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A page in the text format that the scraper prefers, written as it goes out. */
final class PageResponse {

    private PageResponse() {}

    static ServerResponse of(ServerRequest request, HttpStatus status, Page page) {
        TextFormat format = TextFormat.accepted(accept(request.headers().header(HttpHeaders.ACCEPT)));
        return ServerResponse.status(status)
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .varyBy(HttpHeaders.ACCEPT)
                .build((_, response) -> {
                    format.write(page, response.getOutputStream());
                    return null;
                });
    }

    private static String accept(List<String> headers) {
        return headers.isEmpty() ? MediaType.ALL_VALUE : String.join(",", headers);
    }
}
