package io.github.nodesonde.api;

import io.github.nodesonde.health.Verdict;

/** A verdict in a word and a colour that tells it from the others; white text is read well on each. */
record Badge(String label, Verdict verdict) {

    /** As shields.io paints it. */
    BadgeJson json() {
        return new BadgeJson(1, label, verdict.label(), shieldsColour(), !verdict.isHealthy());
    }

    /** As a picture of its own, which needs nothing from elsewhere. */
    String svg() {
        return BadgePicture.of(label, verdict.label(), colour());
    }

    private String shieldsColour() {
        return switch (verdict) {
            case UP -> "success";
            case DEGRADED -> "important";
            case UNKNOWN -> "inactive";
            case DOWN -> "critical";
            case MAINTENANCE -> "informational";
        };
    }

    private String colour() {
        return switch (verdict) {
            case UP -> "#1a7f37";
            case DEGRADED -> "#9a5b00";
            case UNKNOWN -> "#656d76";
            case DOWN -> "#b3261e";
            case MAINTENANCE -> "#0a5cad";
        };
    }
}
