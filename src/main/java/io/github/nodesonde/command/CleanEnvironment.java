package io.github.nodesonde.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment that a command finds: of the gateway's own only what every program needs, and no secret. */
final class CleanEnvironment {

    private static final List<String> PASSED_ON = List.of(
            "PATH",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "NODE_EXTRA_CA_CERTS");

    private CleanEnvironment() {}

    static Map<String, String> of(Map<String, String> own, Path home) {
        var clean = new HashMap<String, String>();
        for (String name : PASSED_ON) {
            String value = own.get(name);
            if (value != null) {
                clean.put(name, value);
            }
        }
        clean.put("HOME", home.toString());
        clean.put("NO_COLOR", "1");
        clean.put("TERM", "dumb");
        return clean;
    }
}
