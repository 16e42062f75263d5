package io.github.nodesonde.deploy;

import io.github.nodesonde.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped files as they are, but for how long everything waits, and for addresses that only a container network has. */
final class Haste {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern FOR = Pattern.compile("(?m)^(\\s+for:\\s*)(\\d+)([smhd])\\s*$");
    private static final Pattern SECONDS = Pattern.compile("\\d+s");
    private static final Pattern URL_SCHEME = Pattern.compile("^http://");
    private static final int SIXTIETH = 60;

    private Haste() {}

    /** Copies the rules; what has to hold for a minute holds for a second there. */
    static void rules(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(DEPLOY.resolve("prometheus/rules"))) {
            for (Path file : files.toList()) {
                String text = FOR.matcher(Files.readString(file))
                        .replaceAll(held -> held.group(1)
                                + duration(held.group(2), held.group(3)).toMillis() / SIXTIETH + "ms");
                Files.writeString(folder.resolve(file.getFileName()), text);
            }
        }
    }

    /**
     * As compose mounts it: what is scraped and listed every two seconds, by whom alerts are sent on, and where the gateway
     * is.
     */
    static String prometheus(
            List<Map<String, Object>> scrapeConfigurations, Map<String, String> addresses, String alertmanager)
            throws IOException {
        Map<String, Object> shipped = YamlText.read(DEPLOY.resolve("prometheus/prometheus.yml"));
        shipped.put("global", Map.of("scrape_interval", "2s", "scrape_timeout", "2s", "evaluation_interval", "1s"));
        shipped.put("scrape_configs", scrapeConfigurations);
        var all = new HashMap<>(addresses);
        all.put("alertmanager:9093", alertmanager);
        return YamlText.of(YamlText.map(YamlText.withTexts(shipped, text -> replaced(text, all))));
    }

    /** As compose mounts it, but that it groups for a second, and that the operators are told at this URL. */
    static String alertmanager(String webhook) throws IOException {
        Map<String, Object> shipped = YamlText.read(DEPLOY.resolve("alertmanager/alertmanager.yml"));
        hurry(YamlText.map(Objects.requireNonNull(shipped.get("route"))));
        for (Map<String, Object> receiver : YamlText.maps(shipped.get("receivers"))) {
            if ("operators".equals(receiver.get("name"))) {
                receiver.put("webhook_configs", List.of(Map.of("url", webhook)));
            }
        }
        return YamlText.of(shipped);
    }

    private static void hurry(Map<String, Object> route) {
        route.computeIfPresent("group_wait", (_, _) -> "1s");
        route.computeIfPresent("group_interval", (_, _) -> "1s");
        YamlText.maps(route.get("routes")).forEach(Haste::hurry);
    }

    private static String replaced(String text, Map<String, String> addresses) {
        if (SECONDS.matcher(text).matches()) {
            return "2s";
        }
        String address = URL_SCHEME.matcher(text).replaceFirst("");
        return addresses.entrySet().stream()
                .filter(known -> address.startsWith(known.getKey()))
                .findFirst()
                .map(known -> text.replace(known.getKey(), known.getValue()))
                .orElse(text);
    }

    private static Duration duration(String number, String unit) {
        long value = Long.parseLong(number);
        return switch (unit) {
            case "s" -> Duration.ofSeconds(value);
            case "m" -> Duration.ofMinutes(value);
            case "h" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
        };
    }
}
