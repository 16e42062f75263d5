package io.github.nodesonde.api;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the API lets others do.
 *
 * @param writeTokenFile file whose trimmed text is the token that a request which changes something must carry; read
 *     anew for each, so that a new token counts at once. Without it nothing can be changed
 * @param corsOrigins origins whose pages may read the API in a browser, such as https://board.example.org; none unless set
 * @param maxEventStreams how many streams of events may be open at once
 */
@ConfigurationProperties("nodesonde.api")
record ApiProperties(
        @Nullable Path writeTokenFile,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("1024") int maxEventStreams) {

    ApiProperties {
        if (maxEventStreams < 0) {
            throw new IllegalArgumentException("nodesonde.api.max-event-streams is a number of streams, 0 for none");
        }
    }
}
