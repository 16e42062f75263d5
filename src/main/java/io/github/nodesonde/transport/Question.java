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

    /**
     * An HTTP GET of which only the beginning is wanted: what follows is not read, and the connection is given up.
     *
     * @param urls as of {@link Get}
     * @param bytes how much of the body is read at most
     */
    record Beginning(List<URI> urls, int bytes) implements Question {
        public Beginning {
            if (urls.isEmpty() || bytes < 1) {
                throw new IllegalArgumentException("a question needs a URL and something to read");
            }
            urls = List.copyOf(urls);
        }
    }
}
