package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One page of panels.
 *
 * @param uid what its URL and its file are named by; never changes
 * @param tags beside {@link #TAG}
 */
record Dashboard(
        String uid, String title, String description, List<String> tags, List<Variable> variables, List<Row> rows) {

    /** By which the dashboards find each other. */
    static final String TAG = "nodesonde";

    private static final int COLUMNS = 24;

    /** All there are. */
    static List<Dashboard> all() {
        return List.of(
                FleetOverview.dashboard(),
                GenLayerValidators.dashboard(),
                LeanNetwork.dashboard(),
                NodeDetail.dashboard(),
                GatewayItself.dashboard());
    }

    /** As Grafana reads it: the classic form, which every version from 10 on takes. */
    String json() {
        return Json.text(object(
                "id",
                null,
                "uid",
                uid,
                "title",
                title,
                "description",
                description,
                "tags",
                Stream.concat(Stream.of(TAG), tags.stream()).toList(),
                "schemaVersion",
                39,
                "version",
                1,
                "editable",
                false,
                "graphTooltip",
                1,
                "timezone",
                "browser",
                "time",
                object("from", "now-3h", "to", "now"),
                "refresh",
                "30s",
                "links",
                Links.ofDashboard(),
                "annotations",
                object("list", List.of()),
                "templating",
                object("list", variables.stream().map(Variable::json).toList()),
                "panels",
                panels()));
    }

    private List<Object> panels() {
        var panels = new ArrayList<Object>();
        int y = 0;
        for (Row row : rows) {
            panels.add(object(
                    "id",
                    panels.size() + 1,
                    "type",
                    "row",
                    "title",
                    row.title(),
                    "collapsed",
                    false,
                    "gridPos",
                    object("h", 1, "w", COLUMNS, "x", 0, "y", y),
                    "panels",
                    List.of()));
            y++;
            int x = 0;
            int tallest = 0;
            for (Panel panel : row.panels()) {
                if (x + panel.width() > COLUMNS) {
                    x = 0;
                    y += tallest;
                    tallest = 0;
                }
                panels.add(panel.json(panels.size() + 1, x, y));
                x += panel.width();
                tallest = Math.max(tallest, panel.height());
            }
            y += tallest;
        }
        return panels;
    }
}
