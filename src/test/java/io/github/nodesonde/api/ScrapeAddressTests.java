package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeAddressTests {

    @ParameterizedTest
    @CsvSource({
        "http://gateway.example.org:8008, http, gateway.example.org:8008, ''",
        "http://gateway.example.org, http, gateway.example.org:80, ''",
        "https://gateway.example.org/, https, gateway.example.org:443, ''",
        "HTTPS://[2001:db8::1]:9443/a/b/, https, [2001:db8::1]:9443, /a/b"
    })
    void urlIsTakenApart(URI url, String scheme, String hostAndPort, String path) {
        assertThat(ScrapeAddress.of(url)).isEqualTo(new ScrapeAddress(scheme, hostAndPort, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gateway:8008", "ftp://gateway", "http://user:word@gateway", "http:///path", "http://g?x=1"})
    void anythingElseIsRefused(URI url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScrapeAddress.of(url));
    }
}
