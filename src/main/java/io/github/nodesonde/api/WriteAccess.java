package io.github.nodesonde.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.SecretFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets in who may change something: who carries the token of the file that the operator named. Read at each request. */
@Component
final class WriteAccess {

    private static final Logger LOG = LoggerFactory.getLogger(WriteAccess.class);

    private static final String SCHEME = "Bearer ";

    private final Optional<Path> file;

    WriteAccess(ApiProperties properties) {
        this.file = Optional.ofNullable(properties.writeTokenFile());
    }

    /**
     * @param authorization the header of that name
     * @throws Problem when nobody is let in, or not this one
     */
    void check(@Nullable String authorization) {
        byte[] token = file.map(WriteAccess::token)
                .orElseThrow(() -> writesOff("name a file with a token in nodesonde.api.write-token-file"));
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || !MessageDigest.isEqual(
                        token, authorization.substring(SCHEME.length()).strip().getBytes(UTF_8))) {
            var refused = new Problem(
                    ProblemType.UNAUTHORIZED,
                    authorization == null
                            ? "Expected the header Authorization: Bearer, and the token of nodesonde.api.write-token-file."
                            : "Expected the token of nodesonde.api.write-token-file after Authorization: Bearer; this is"
                                    + " another.");
            refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"nodesonde\"");
            throw refused;
        }
    }

    private static byte[] token(Path file) {
        try {
            return new SecretFile(file).read().getBytes(UTF_8);
        } catch (SecretFile.Unusable e) {
            switch (e.flaw()) {
                case MISSING, UNREADABLE ->
                    LOG.warn("nothing can be changed: the file of nodesonde.api.write-token-file cannot be read", e);
                case NO_SECRET ->
                    LOG.warn(
                            "nothing can be changed: the file of nodesonde.api.write-token-file holds no token of one line");
            }
        }
        throw writesOff("the file that nodesonde.api.write-token-file names must be readable and hold a token");
    }

    private static Problem writesOff(String remedy) {
        return new Problem(
                ProblemType.WRITES_OFF,
                "Expected a gateway that takes changes; this one does not. To let it, " + remedy + ".");
    }
}
