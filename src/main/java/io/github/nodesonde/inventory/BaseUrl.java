package io.github.nodesonde.inventory;

import io.github.nodesonde.text.PrintableText;
import java.net.Inet4Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text read as the base URL of a node. What is said of a flawed one never quotes it: it may hold credentials. */
sealed interface BaseUrl {

    record Valid(URI url) implements BaseUrl {}

    record Flawed(String found, String remedy) implements BaseUrl {}

    static BaseUrl of(String text) {
        if (!text.contains("://")) {
            return new Flawed("a URL without scheme", "put http:// or https:// in front");
        }
        if (Check.hasZone(text)) {
            return new Flawed(
                    "a URL with an IPv6 zone", "write an address without %ZONE; link-local ones are never asked");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return new Flawed(
                    "a URL with a character or port that cannot be at position " + (e.getIndex() + 1),
                    "write http://HOST:PORT");
        }
        return Check.flaw(url).orElseGet(() -> new Valid(Check.withoutTrailingSlash(url)));
    }

    /** The checks, in the order in which a reader would mend what they find. */
    final class Check {

        private static final int HIGHEST_PORT = 65535;
        private static final Pattern ZONE = Pattern.compile("[^/]*//\\[[^]/]*%.*");
        private static final Pattern PORT = Pattern.compile(":[0-9]*$");
        private static final Pattern FOUR_NUMBERS = Pattern.compile("([0-9]+\\.){3}[0-9]+");
        private static final Pattern LEADING_ZERO = Pattern.compile("(^|.*\\.)0[0-9].*");

        private Check() {}

        private static Optional<BaseUrl> flaw(URI url) {
            String scheme = url.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return flawed(
                        "a URL with the scheme " + PrintableText.quoted(url.getScheme()), "write http:// or https://");
            }
            @Nullable String authority = url.getRawAuthority();
            if (authority != null && authority.contains("@")) {
                return flawed("a URL with credentials", "move them into files and name these under auth:");
            }
            Optional<BaseUrl> odd = oddAddress(authority);
            if (odd.isPresent()) {
                return odd;
            }
            if (url.getHost() == null) {
                return flawed(
                        "a URL without a valid host and port",
                        "write a host of letters, digits, dots and hyphens, or an address, then :PORT");
            }
            if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
                return flawed("a URL with port " + url.getPort(), "write a port from 1 to 65535");
            }
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                return flawed("a URL with a query or fragment", "leave out all from ? or # on");
            }
            return Optional.empty();
        }

        /** Ways to write an IPv4 address that some programs read as one address and others as another, or as a name. */
        private static Optional<BaseUrl> oddAddress(@Nullable String authority) {
            String host = authority == null ? "" : PORT.matcher(authority).replaceFirst("");
            String found = "a URL with an IPv4 address in an unusual notation";
            if (FOUR_NUMBERS.matcher(host).matches()) {
                return LEADING_ZERO.matcher(host).matches()
                        ? flawed(found, "write its four numbers in decimal, without leading zeros")
                        : Optional.empty();
            }
            try {
                return flawed(
                        found, "write " + Inet4Address.ofPosixLiteral(host).getHostAddress() + " in its place");
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static boolean hasZone(String text) {
            return ZONE.matcher(text).matches();
        }

        private static Optional<BaseUrl> flawed(String found, String remedy) {
            return Optional.of(new Flawed(found, remedy));
        }

        private static URI withoutTrailingSlash(URI url) {
            return URI.create(url.toString().replaceFirst("/+$", ""));
        }
    }
}
