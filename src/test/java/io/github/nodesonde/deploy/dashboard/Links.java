package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Json.object;

import java.util.List;

/** Where a click leads. */
final class Links {

    private static final String DETAIL =
            "/d/nodesonde-node?${datasource:queryparam}&${page:queryparam}&${__url_time_range}&var-node=";
    private static final String PAGE = "${page:raw}/nodes/";
    private static final String NETWORK_PAGE = "${page:raw}/networks/";

    private Links() {}

    /** From a series with the label {@code node}. */
    static List<Object> ofSeries() {
        return ofNode("${__field.labels.node}");
    }

    /** From a cell that holds a node's id. */
    static List<Object> ofCell() {
        return ofNode("${__value.raw}");
    }

    /** From a cell that holds a network's name. */
    static List<Object> ofNetworkCell() {
        return List.of(link("Network on the status page", NETWORK_PAGE + "${__value.raw}"));
    }

    /** What stands above the panels of every dashboard. */
    static List<Object> ofDashboard() {
        return List.of(
                object(
                        "title",
                        "Nodesonde",
                        "type",
                        "dashboards",
                        "tags",
                        List.of(Dashboard.TAG),
                        "asDropdown",
                        false,
                        "includeVars",
                        false,
                        "keepTime",
                        true,
                        "targetBlank",
                        false,
                        "icon",
                        "external link",
                        "tooltip",
                        "",
                        "url",
                        ""),
                object(
                        "title",
                        "Status page",
                        "type",
                        "link",
                        "url",
                        "${page:raw}/",
                        "tags",
                        List.of(),
                        "asDropdown",
                        false,
                        "includeVars",
                        false,
                        "keepTime",
                        false,
                        "targetBlank",
                        true,
                        "icon",
                        "external link",
                        "tooltip",
                        "The gateway's own page, which names the cause of every verdict"));
    }

    private static List<Object> ofNode(String node) {
        return List.of(link("Node detail", DETAIL + node), link("Node on the status page", PAGE + node));
    }

    private static Object link(String title, String url) {
        return object("title", title, "url", url, "targetBlank", false);
    }
}
