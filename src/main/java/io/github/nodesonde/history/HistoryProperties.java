package io.github.nodesonde.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is remembered, where, and for how long.
 *
 * @param enabled whether verdict changes, incidents and uptime are remembered at all
 * @param path folder of the embedded database, made where it is missing; counts for nothing when a url is given
 * @param url JDBC URL of another database, jdbc:postgresql://host/name, without user and password
 * @param username who logs in to the database of that url
 * @param passwordFile file that holds the password and nothing else; read anew at each attempt to connect
 * @param retention how far back is remembered
 * @param maxChanges how many verdict changes, and how many incidents, are remembered; the oldest go first
 * @param queue how many records may wait while the database does not take them; further ones are lost and counted
 */
@ConfigurationProperties("nodesonde.history")
record HistoryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("data") Path path,
        @Nullable String url,
        @Nullable String username,
        @Nullable Path passwordFile,
        @DefaultValue("90d") Duration retention,
        @DefaultValue("1000000") int maxChanges,
        @DefaultValue("100000") int queue) {

    private static final Duration SHORTEST_RETENTION = Duration.ofHours(1);

    private static final Pattern PASSWORD = Pattern.compile("(?i)password\\s*=");

    /** To the embedded database a semicolon is where its settings begin, and a backslash divides folders. */
    private static final Pattern UNFIT = Pattern.compile("[;\\\\\\p{Cntrl}]");

    HistoryProperties {
        if (url != null && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException(
                    "nodesonde.history.url begins with jdbc:postgresql: (or jdbc:h2:); leave it out for the embedded"
                            + " database");
        }
        if (url != null && PASSWORD.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "nodesonde.history.url holds a password, which would be seen wherever the url is: write it into a file, and"
                            + " name that in nodesonde.history.password-file");
        }
        if (enabled && url == null && holdsWhatUrlsCannot(path.toAbsolutePath())) {
            throw new IllegalArgumentException(
                    "nodesonde.history.path leads through a folder with a semicolon, a backslash or a control character in its"
                            + " name, which the embedded database cannot take: choose another folder");
        }
        if (retention.compareTo(SHORTEST_RETENTION) < 0 || maxChanges < 1 || queue < 1) {
            throw new IllegalArgumentException(
                    "nodesonde.history.retention is 1h at least, max-changes and queue are 1 at least");
        }
    }

    private static boolean holdsWhatUrlsCannot(Path folder) {
        return StreamSupport.stream(folder.spliterator(), false)
                .anyMatch(name -> UNFIT.matcher(name.toString()).find());
    }
}
