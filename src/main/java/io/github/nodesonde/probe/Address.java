package io.github.nodesonde.probe;

import static java.util.Objects.requireNonNullElse;

import io.github.nodesonde.transport.Question;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a URL leads: two URLs of one address share a connection. A URL without scheme or host leads nowhere of ours. */
record Address(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Address of(URI url) {
        String scheme = requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = requireNonNullElse(url.getHost(), "").toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? HTTPS : HTTP;
        return new Address(scheme, host, url.getPort() < 0 ? standard : url.getPort());
    }

    static Set<Address> of(Collection<URI> urls) {
        return urls.stream().map(Address::of).collect(Collectors.toUnmodifiableSet());
    }

    static Set<Address> of(Question question) {
        return of(question.urls());
    }
}
