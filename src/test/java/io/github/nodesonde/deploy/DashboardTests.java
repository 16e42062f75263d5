package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.deploy.ShippedDashboard.Panel;
import io.github.nodesonde.deploy.ShippedDashboard.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Holds the dashboards to the conventions of those who provision them, whatever made the files. */
class DashboardTests {

    /** They are in people's bookmarks, so that none may ever change. */
    private static final Set<String> UIDS =
            Set.of("nodesonde-fleet", "nodesonde-genlayer", "nodesonde-lean", "nodesonde-node", "nodesonde-gateway");

    private static final String DATASOURCE = "${datasource}";

    /** What nodes print themselves and the gateway hands on, and what its own process prints. */
    private static final Pattern NOT_IN_DOCUMENT =
            Pattern.compile("genlayer_node_(synced|synced_block|latest_block|blocks_behind|genvm_permits_current"
                    + "|disk_(free|total)_bytes|transactions_validator_(commit|reveal)_total)"
                    + "|lean_(node_info|attestations_invalid_total|fork_choice_block_processing_time_seconds_bucket)"
                    + "|process_(cpu_seconds_total|resident_memory_bytes|network_(receive|transmit)_bytes_total|open_fds|max_fds"
                    + "|start_time_seconds|cpu_usage|files_(open|max)_files)|system_cpu_usage"
                    + "|go_(memstats_heap_alloc_bytes|sched_gomaxprocs_threads)|promhttp_metric_handler_requests_total"
                    + "|jvm_(memory_used_bytes|gc_(live|max)_data_size_bytes|gc_pause_seconds_(sum|max)|threads_states_threads)"
                    + "|http_server_requests_seconds_(count|max)|logback_events_total");

    /** Nodes type these as gauges, so that {@code rate} would take a restart for work. */
    private static final Pattern GAUGES_NAMED_TOTAL =
            Pattern.compile("genlayer_node_transactions_validator_(commit|reveal)_total");

    private static final Pattern COUNTER = Pattern.compile(".+_(total|count|sum|bucket)");
    private static final Pattern IN_DOCUMENT = Pattern.compile("(?m)^\\| `([a-z0-9_]+)[`{]");
    private static final Pattern WINDOW = Pattern.compile("\\b(rate|increase|deriv)\\(([a-z_]+)[^\\[(]*\\[([^]]+)]");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]+)");
    private static final Pattern LINKED = Pattern.compile("/d/([a-z-]+)\\?");
    private static final Pattern PASSED_ON = Pattern.compile("var-([a-z]+)=|\\$\\{([a-z]+):queryparam}");
    private static final Pattern COLOUR = Pattern.compile("\"(#[0-9a-f]{6})\"");
    private static final Pattern TONE =
            Pattern.compile("--(up|degraded|unknown|down|maintenance|soft): (#[0-9a-f]{6});");

    @Test
    void everyDashboardHasItsUidAndItsFileIsNamedByIt() {
        assertThat(ShippedDashboard.all())
                .extracting(ShippedDashboard::uid)
                .containsExactlyInAnyOrderElementsOf(UIDS)
                .allSatisfy(uid -> assertThat(uid).hasSizeLessThanOrEqualTo(40));
        assertThat(ShippedDashboard.all())
                .allSatisfy(dashboard -> assertThat(dashboard.file()).hasFileName(dashboard.uid() + ".json"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void dashboardCanBeProvisionedAndNotEdited(ShippedDashboard dashboard) {
        JsonNode json = dashboard.json();

        assertThat(json.has("id") && json.at("/id").isNull()).isTrue();
        assertThat(json.at("/editable").asBoolean()).isFalse();
        assertThat(json.at("/schemaVersion").asInt()).isBetween(39, 41);
        assertThat(json.at("/title").asString()).isNotBlank();
        assertThat(json.at("/description").asString()).endsWith(".");
        assertThat(json.at("/tags").valueStream().map(JsonNode::asString)).contains("nodesonde");
        assertThat(json.at("/links").valueStream())
                .anySatisfy(link -> assertThat(link.at("/tags/0").asString("")).isEqualTo("nodesonde"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everythingAsksTheDatasourceThatIsChosen(ShippedDashboard dashboard) {
        assertThat(dashboard.variables()).containsKey("datasource");
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.json().at("/datasource/uid").asString("")).isEqualTo(DATASOURCE);
            assertThat(panel.targets())
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(
                                    target.json().at("/datasource/uid").asString(""))
                            .isEqualTo(DATASOURCE));
        });
        assertThat(queried(dashboard.variables()))
                .allSatisfy(variable ->
                        assertThat(variable.at("/datasource/uid").asString("")).isEqualTo(DATASOURCE));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelSaysWhatItShowsAndInWhichUnit(ShippedDashboard dashboard) {
        assertThat(dashboard.panels()).extracting(Panel::title).doesNotHaveDuplicates();
        assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.json().at("/description").asString("")).endsWith(".");
            if (panel.type().equals("table")) {
                assertThat(columns(panel)).hasSameSizeAs(panel.targets()).allSatisfy(DashboardTests::isReadable);
            } else {
                isReadable(panel.json().at("/fieldConfig/defaults").propertyNames());
            }
        });
    }

    /** Time ranges as Grafana fits them to the scrapes; a whole range only where one number is shown for it. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void ratesAreTakenOverAWindowThatFitsTheScrapes(ShippedDashboard dashboard) {
        assertThat(targets(dashboard)).allSatisfy(target -> {
            List<MatchResult> calls =
                    WINDOW.matcher(target.expression()).results().toList();
            assertThat(calls).allSatisfy(call -> {
                assertThat(call.group(3))
                        .isIn("$__rate_interval", target.isInstant() ? "$__range" : "$__rate_interval");
                assertThat(call.group(2)).matches(call.group(1).equals("deriv") ? GAUGES_NAMED_TOTAL : COUNTER);
            });
            assertThat(target.expression().split("\\[", -1))
                    .as("every range is one of these")
                    .hasSize(calls.size() + 1);
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void countersAreShownByHowTheyGrow(ShippedDashboard dashboard) {
        assertThat(targets(dashboard))
                .allSatisfy(target -> assertThat(Selector.in(target.expression()))
                        .extracting(Selector::name)
                        .filteredOn(name -> name.endsWith("_total"))
                        .isSubsetOf(WINDOW.matcher(target.expression())
                                .results()
                                .map(call -> call.group(2))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void nothingCountsTwiceThatIsScrapedTwice(ShippedDashboard dashboard) {
        assertThat(targets(dashboard))
                .allSatisfy(target -> assertThat(Selector.in(target.expression()))
                        .isNotEmpty()
                        .allSatisfy(
                                selector -> assertThat(selector.aggregation()).isIn("max", "min")));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everySeriesExists(ShippedDashboard dashboard) throws IOException {
        Set<String> documented = IN_DOCUMENT
                .matcher(Files.readString(Path.of("docs/metrics.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(targets(dashboard))
                .allSatisfy(target -> assertThat(Selector.in(target.expression()))
                        .extracting(Selector::name)
                        .filteredOn(name -> !NOT_IN_DOCUMENT.matcher(name).matches())
                        .isSubsetOf(documented));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsStandSideBySideWithinTheGrid(ShippedDashboard dashboard) {
        var taken = new HashSet<List<Integer>>();
        dashboard
                .json()
                .at("/panels")
                .valueStream()
                .map(panel -> panel.at("/gridPos"))
                .forEach(place -> {
                    int x = place.at("/x").asInt();
                    int y = place.at("/y").asInt();
                    assertThat(x + place.at("/w").asInt()).isBetween(1, 24);
                    IntStream.range(x, x + place.at("/w").asInt())
                            .forEach(column -> IntStream.range(
                                            y, y + place.at("/h").asInt())
                                    .forEach(row -> assertThat(taken.add(List.of(column, row)))
                                            .as("%s at column %d, row %d", dashboard, column, row)
                                            .isTrue()));
                });
        assertThat(dashboard
                        .json()
                        .at("/panels")
                        .valueStream()
                        .map(panel -> panel.at("/id").asInt()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyVariableIsUsedAndEveryOneUsedIsThere(ShippedDashboard dashboard) {
        Set<String> used = VARIABLE.matcher(dashboard.json().toString())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(dashboard.variables().keySet());
    }

    /** All that there are, or all that are listed where those of other kinds must stay out; but for the one node of its detail. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void variablesOfSeriesFollowTheTimeRangeAndTakeMany(ShippedDashboard dashboard) {
        assertThat(queried(dashboard.variables())).allSatisfy(variable -> {
            String name = variable.at("/name").asString();
            assertThat(variable.at("/refresh").asInt()).as(name).isEqualTo(2);
            assertThat(variable.at("/multi").asBoolean())
                    .as(name)
                    .isEqualTo(!(dashboard.uid().equals("nodesonde-node") && name.equals("node")));
            boolean ofAKind = Set.of("nodesonde-genlayer", "nodesonde-lean").contains(dashboard.uid());
            assertThat(variable.at("/allValue").asString(""))
                    .as(name)
                    .isEqualTo(variable.at("/multi").asBoolean() && !(ofAKind && name.equals("network")) ? ".+" : "");
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void linksLeadToDashboardsThatTakeWhatTheyPassOn(ShippedDashboard dashboard) {
        Map<String, ShippedDashboard> others =
                ShippedDashboard.all().stream().collect(Collectors.toMap(ShippedDashboard::uid, other -> other));

        assertThat(dashboard.json().findValuesAsString("url")).isNotEmpty().allSatisfy(url -> {
            assertThat(url).matches("|/d/.+|\\$\\{page:raw}/.*");
            LINKED.matcher(url)
                    .results()
                    .forEach(link -> assertThat(others)
                            .hasEntrySatisfying(
                                    link.group(1),
                                    target -> assertThat(target.variables().keySet())
                                            .containsAll(passedOn(url))));
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void statesOverTimeLeaveGapsWhereNothingIsKnown(ShippedDashboard dashboard) {
        assertThat(dashboard.panels())
                .filteredOn(panel -> Set.of("state-timeline", "timeseries").contains(panel.type()))
                .allSatisfy(panel -> assertThat(panel.json()
                                .at("/fieldConfig/defaults/custom/spanNulls")
                                .asBoolean(true))
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void coloursAreThoseOfTheStatusPage(ShippedDashboard dashboard) throws IOException {
        Map<String, String> tones = tones();
        assertThat(tones).hasSize(6);

        assertThat(COLOUR.matcher(dashboard.json().toString()).results().map(found -> found.group(1)))
                .isSubsetOf(tones.values());
        assertThat(dashboard.json().findValues("mappings").stream()
                        .flatMap(mappings -> mappings.valueStream())
                        .map(mapping -> mapping.at("/options"))
                        .filter(options -> options.size() == 5))
                .allSatisfy(options -> assertThat(options.valueStream())
                        .allSatisfy(state -> assertThat(state.at("/color").asString(""))
                                .isEqualTo(tones.get(state.at("/text").asString("")))));
    }

    @Test
    void composeProvisionsThemFromWhereTheyAreMounted() throws IOException {
        Map<String, List<Map<String, Object>>> provisioning =
                new Yaml().load(Files.readString(Path.of("deploy/grafana/provisioning/dashboards/nodesonde.yml")));

        assertThat(provisioning.get("providers")).singleElement().satisfies(provider -> {
            assertThat(provider).containsEntry("type", "file").containsEntry("allowUiUpdates", false);
            assertThat(Files.readString(Path.of("docker-compose.yml")))
                    .contains(
                            "./deploy/grafana/dashboards:" + ((Map<?, ?>) provider.get("options")).get("path") + ":ro");
        });
    }

    static List<ShippedDashboard> dashboards() {
        return ShippedDashboard.all();
    }

    private static List<Target> targets(ShippedDashboard dashboard) {
        return dashboard.panels().stream()
                .flatMap(panel -> panel.targets().stream())
                .toList();
    }

    private static List<JsonNode> queried(Map<String, JsonNode> variables) {
        return variables.values().stream()
                .filter(variable -> variable.at("/type").asString().equals("query"))
                .toList();
    }

    /** What is set for the column of each query, or, where it only brings a label, for that. */
    private static Stream<Set<String>> columns(Panel panel) {
        return panel.json()
                .at("/fieldConfig/overrides")
                .valueStream()
                .filter(override -> !Set.of("node", "network")
                        .contains(override.at("/matcher/options").asString()))
                .map(override -> override.at("/properties")
                        .valueStream()
                        .map(property -> property.at("/id").asString())
                        .collect(Collectors.toSet()));
    }

    private static void isReadable(Collection<String> properties) {
        assertThat(properties).containsAnyOf("unit", "mappings");
    }

    private static Set<String> passedOn(String url) {
        return PASSED_ON
                .matcher(url)
                .results()
                .map(passed -> passed.group(1) != null ? passed.group(1) : passed.group(2))
                .collect(Collectors.toSet());
    }

    /** On dark ground, by the name of the state. */
    private static Map<String, String> tones() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/nodesonde.css"));
        return TONE.matcher(css.substring(css.indexOf("prefers-color-scheme: dark")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, _) -> first));
    }
}
