package io.github.nodesonde.deploy.dashboard;

/** The tones of the status page on dark ground, for Grafana's is dark by default; they differ in lightness as well as in hue. */
enum Colour {
    UP("#6fcfa4"),
    DEGRADED("#f0b352"),
    UNKNOWN("#b5a8ea"),
    DOWN("#ff8a7a"),
    MAINTENANCE("#8ab9ea"),
    /** Of what calls for nothing. */
    SOFT("#9fada6");

    private final String hex;

    Colour(String hex) {
        this.hex = hex;
    }

    String hex() {
        return hex;
    }
}
