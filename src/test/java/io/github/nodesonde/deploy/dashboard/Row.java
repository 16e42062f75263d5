package io.github.nodesonde.deploy.dashboard;

import java.util.List;

/** Panels that belong together, from left to right and, where one does not fit, on below. */
record Row(String title, List<Panel> panels) {

    static Row of(String title, Panel... panels) {
        return new Row(title, List.of(panels));
    }
}
