package io.github.nodesonde.transport;

import java.net.URI;
import java.util.List;

/** What to ask. Says nothing of credentials, deadlines or caps: those are added where it is put. */
public sealed interface Question {

    /** All places this question may be put at, in order. */
    List<URI> urls();

    /**
     * An HTTP GET.
     *
     * @param urls where to ask; each after the first is asked only when the one before answered 404, within the same deadline
     */
    record Get(List<URI> urls) implements Question {
        public Get {
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("a question needs a URL");
            }
            urls = List.copyOf(urls);
        }

        public Get(URI url) {
            this(List.of(url));
        }
    }
}
