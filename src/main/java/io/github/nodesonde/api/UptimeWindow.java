package io.github.nodesonde.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far back an uptime looks. */
public enum UptimeWindow {
    HOUR("1h", Duration.ofHours(1)),
    DAY("24h", Duration.ofDays(1)),
    WEEK("7d", Duration.ofDays(7)),
    MONTH("30d", Duration.ofDays(30)),
    QUARTER("90d", Duration.ofDays(90));

    private final String label;
    private final Duration length;

    UptimeWindow(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    /** As a query names it. */
    public String label() {
        return label;
    }

    Duration length() {
        return length;
    }

    /** Every window by its label, the shortest first. */
    static Map<String, UptimeWindow> byLabel() {
        var windows = new LinkedHashMap<String, UptimeWindow>();
        for (UptimeWindow window : values()) {
            windows.put(window.label, window);
        }
        return windows;
    }
}
