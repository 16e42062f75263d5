package io.github.nodesonde.web;

/** How much room each node has. */
enum Density {
    /** A page that one scrolls. */
    PAGE("", Integer.MAX_VALUE),
    /** A wall: who is well is named, and no more. */
    WALL("kiosk", Integer.MAX_VALUE),
    /** A wall for so many nodes that of each network only the worst are told, and the others are marks. */
    CROWDED_WALL("kiosk crowd", 3);

    private static final int MOST_NAMES = 60;

    private final String styles;
    private final int mostRows;

    Density(String styles, int mostRows) {
        this.styles = styles;
        this.mostRows = mostRows;
    }

    static Density of(boolean wall, int nodes) {
        if (!wall) {
            return PAGE;
        }
        return nodes > MOST_NAMES ? CROWDED_WALL : WALL;
    }

    /** Its classes in the style sheet. */
    String styles() {
        return styles;
    }

    /** How many nodes of a network are told in full at most. */
    int mostRows() {
        return mostRows;
    }

    boolean isWall() {
        return this != PAGE;
    }
}
