package io.github.nodesonde.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.api.BlankHistory;
import io.github.nodesonde.api.TestFleet;
import io.github.nodesonde.api.TestGateway;
import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.LostHistory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.request.ProblemType;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    /** The one script that a page has. */
    private static final String MODULE = "<script type=\"module\" src=\"/nodesonde.js\"></script>";

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void showTheFleet() {
        TestGateway.show(TestFleet.judged());
        TestGateway.show(new BlankHistory());
        TestGateway.show(new InventoryState(true, TestFleet.NOW.minusSeconds(60), List.of()));
    }

    @Test
    void pageSaysHowTheFleetIsAndWhy() {
        String page = page("/");

        assertThat(page)
                .contains("The state of the fleet is unknown</h1>")
                .contains("1 of 5 nodes is up, 1 down, 1 unknown, 1 degraded, 1 in maintenance.")
                .contains("head slot 94 is 6 behind the network&#39;s 100")
                .contains("and 1 more finding")
                .contains("zephyr 0.3.1")
                .contains("6 behind")
                .contains("<time datetime=\"2026-11-22T03:46:26.600Z\">1 s ago</time>")
                .contains("never answered")
                .contains("region=eu")
                .contains("down when every node is, or when fewer than 2 remain");
    }

    @Test
    void worstComesFirst() {
        String page = page("/");

        assertThat(page.indexOf(">beta-1</a>")).isLessThan(page.indexOf(">alpha-1</a>"));
        assertThat(page.indexOf(">a-2<")).isLessThan(page.indexOf(">a-1<"));
        assertThat(page.indexOf(">a-1<")).isLessThan(page.indexOf(">a-0<"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?kiosk",
                "/?q=%3Cscript%3Ealert(%221%22)%3C/script%3E",
                "/nodes/a-0",
                "/nodes/a-2",
                "/networks/alpha-1",
                "/incidents"
            })
    void whatOthersSetIsTextAndNothingElse(String path) {
        TestGateway.show(ShownFleet.parted());
        TestGateway.show(new RememberedDay());

        assertThat(page(path))
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")
                .doesNotContain("<script")
                .doesNotContain(TestFleet.ADDRESS, TestFleet.SECRET);
    }

    @Test
    void pageLoadsNothingFromElsewhereAndHoldsNoStyleOrScriptOfItsOwn() {
        HttpResponse<String> answer = gateway.get("/", "Accept", BROWSER);

        assertThat(answer.body().replace(MODULE, ""))
                .doesNotContain("<script")
                .doesNotContain(" style=", "<style", "http://", "https://")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nodesonde.css", "/nodesonde.js", "/favicon.svg", "/docs/problems"})
    void whatThePageLinksIsThere(String path) {
        assertThat(gateway.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void filterIsPartOfTheAddress() {
        String page = page("/?verdict=down");

        assertThat(page).contains("1 node matches").contains(">a-2<").doesNotContain(">a-0<", ">beta-1</a>");
        assertThat(page("/?q=nowhere")).contains("No node matches");
    }

    @Test
    void formShowsWhatIsFiltered() {
        assertThat(page("/?network=alpha-1"))
                .contains("<form class=\"filter\"")
                .contains("<option value=\"alpha-1\" selected=\"selected\">");
    }

    @Test
    void wallHasNoFormAndKeepsItsFilter() {
        assertThat(page("/?kiosk&network=alpha-1"))
                .contains("<body class=\"kiosk\">", "href=\"/?kiosk=&amp;network=alpha-1&amp;verdict=down\"")
                .doesNotContain("<form");
    }

    @Test
    void crowdedWallTellsTheWorstOfANetworkAndMarksAllOthers() {
        var fleet = new JudgedFleet().plain("net");
        for (int i = 0; i < 70; i++) {
            Verdict verdict = i < 6 ? Verdict.DOWN : Verdict.UP;
            String[] rules = verdict == Verdict.DOWN ? new String[] {"reports-down"} : new String[0];
            fleet.node("n-" + i, "net", verdict, null, null, rules);
        }
        TestGateway.show(fleet.judged());

        String wall = page("/?kiosk");

        assertThat(wall).contains("<body class=\"kiosk crowd\">");
        assertThat(wall.split("<li class=\"node row-down\"", -1)).hasSize(1 + 3);
        assertThat(wall.split("<a class=\"is-down\"", -1)).hasSize(1 + 3);
        assertThat(wall.split("<a class=\"is-up\"", -1)).hasSize(1 + 64);
        assertThat(wall.indexOf(">n-5<")).isLessThan(wall.indexOf(">n-6<"));
        assertThat(page("/?kiosk&verdict=down"))
                .contains("<body class=\"kiosk\">")
                .doesNotContain("<a class=\"is-down\"");
    }

    @Test
    void topicsAreToldInBriefAndInFull() {
        TestGateway.show(ShownFleet.parted());

        assertThat(page("/")).contains("bonded · &lt;script&gt;");
        assertThat(page("/nodes/a-0"))
                .contains("<h2 id=\"topic-bond\">Bond</h2>", "42,000.000000000000000001 GEN", "not told");
        assertThat(page("/networks/alpha-1"))
                .contains("2 branches, one up to slot 92; of a-2 it cannot be told.", "0xcdcdcd…cdcdcd")
                .contains("<a href=\"/nodes/a-1\">a-1</a>");
    }

    @Test
    void nodePageTellsFindingsProbesAndReadings() {
        assertThat(page("/nodes/a-1")).contains("observed 6, threshold 4", "for <time", "restarted 3 times");
        assertThat(page("/nodes/a-0"))
                .contains(
                        "timed-out: no answer within 6 s",
                        "HTTP status 404",
                        "Nothing is known of the last day yet.",
                        "never answered")
                .contains("alpha_blocks_total", "12.5 blocks", "NaN", "target − head ≤ 4", "/probe?target=a-0");
        assertThat(page("/nodes/b-0")).contains("It has not been asked yet.", "Nothing that it told still counts.");
    }

    @Test
    void incidentsAreListedByPages() {
        TestGateway.show(new RememberedDay());

        assertThat(page("/incidents?state=open"))
                .contains("120 incidents, the newest first", ", still open", "href=\"/networks/beta-1\"")
                .contains("href=\"/incidents?state=open&amp;page=1\"")
                .contains("<option value=\"open\" selected=\"selected\">");
        assertThat(page("/nodes/a-2")).contains("Timeline", "Incidents");
    }

    @Test
    void withoutAHistoryPagesDoWithoutIt() {
        TestGateway.show(new LostHistory());

        assertThat(page("/nodes/a-2")).doesNotContain("Timeline", "The last day");
        assertThat(page("/")).doesNotContain("class=\"day\"");
        assertThat(gateway.get("/incidents", "Accept", BROWSER).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"/nodes/a-9,The nearest is &#39;a-", "/networks/alpha-9,The nearest is &#39;alpha-1&#39;"})
    void unknownNodeAndNetworkArePages(String path, String told) {
        HttpResponse<String> answer = gateway.get(path, "Accept", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains(told);
    }

    @Test
    void largeFleetFitsAPage() {
        TestGateway.show(ShownFleet.ofNodes(2000));
        page("/");

        long begun = System.nanoTime();
        String page = page("/");
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(page).contains(">node-0000<", ">node-1999<").hasSizeLessThan(1_500_000);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void linksKeepTheFilterAsItIs() {
        assertThat(page("/?q=a%26b%2Bc")).contains("href=\"/?q=a%26b%2Bc&amp;verdict=down\"");
    }

    @Test
    void problemsOfTheInventoryAreShown() {
        TestGateway.show(new InventoryState(
                false, TestFleet.NOW, List.of("nodesonde.yaml:7:5 no such key '" + TestFleet.HOSTILE + "'")));

        assertThat(page("/"))
                .contains("The inventory file has problems")
                .contains("nodesonde.yaml:7:5 no such key")
                .doesNotContain("<script");
    }

    @Test
    void findingsOfTheFleetAreShown() {
        TestGateway.show(TestFleet.judged(8, List.of(TestFleet.gatewayFault())));

        assertThat(page("/")).contains("5 of 6 nodes fail alike: unreachable");
    }

    @Test
    void fleetWithoutNodesSaysSo() {
        TestGateway.show(TestFleet.empty());

        assertThat(page("/")).contains("The inventory names no network yet.");
    }

    @Test
    void unknownPageIsAPageForABrowserAndAProblemForOthers() {
        HttpResponse<String> forBrowser = gateway.get("/nothing/%3Cscript%3E", "Accept", BROWSER);
        assertThat(forBrowser.statusCode()).isEqualTo(404);
        assertThat(forBrowser.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(forBrowser.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(forBrowser.body().replace(MODULE, ""))
                .contains("Expected the path of a resource")
                .doesNotContain("<script");

        HttpResponse<String> forOthers = gateway.get("/nothing");
        assertThat(forOthers.statusCode()).isEqualTo(404);
        assertThat(forOthers.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nope           | text/html                  | 404 | text/html",
                "/nope           | text/*                     | 404 | text/html",
                "/nope           | application/json, TEXT/HTML;q=0.1 | 404 | text/html",
                "/nope           | */*                        | 404 | application/problem+json",
                "/nope           | application/json           | 404 | application/problem+json",
                "/nope           | text/html;q=0, */*         | 404 | application/problem+json",
                "/nope           | nonsense                   | 404 | application/problem+json",
                "/nodes/unknown  | text/html,*/*;q=0.8        | 404 | text/html",
                "/nodes/unknown  | */*                        | 404 | application/problem+json",
                "/networks/other | */*                        | 404 | application/problem+json",
                "/networks/other | text/html,*/*;q=0.8        | 404 | text/html",
                "/incidents?x=1  | */*                        | 400 | application/problem+json",
                "/nodes/a-0      | */*                        | 200 | text/html",
                "/nodes/a-0      | application/json           | 406 | application/problem+json",
                "/api/v1/nope    | text/html,*/*;q=0.8        | 404 | application/problem+json",
                "/api/v1/nope    | */*                        | 404 | application/problem+json",
            })
    void whatIsWrongIsToldAsIsAccepted(String path, String accept, int status, String type) {
        HttpResponse<String> answer = gateway.get(path, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(told -> assertThat(told).startsWith(type));
    }

    @Test
    void pagesLeadToTheIncidentsOfWhatTheyAreAbout() {
        assertThat(page("/networks/alpha-1")).contains("href=\"/incidents?network=alpha-1\"");
        assertThat(page("/nodes/a-0")).contains("href=\"/incidents?node=a-0\"", "None is remembered.");
        assertThat(page("/incidents?network=alpha-1")).contains("No incident is remembered.");

        TestGateway.show(new RememberedDay());
        assertThat(page("/nodes/a-2")).contains("href=\"/incidents?node=a-2\"").doesNotContain("None is remembered.");
    }

    @Test
    void pageThatCannotBeMadeSaysSoWithoutItsInsides() {
        TestGateway.fail(new IllegalStateException("secret insides"));

        HttpResponse<String> answer = gateway.get("/", "Accept", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("The gateway failed to make this answer.")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void everyTypeOfProblemIsExplainedWhereItLeads() {
        String page = page("/docs/problems");

        for (ProblemType type : ProblemType.values()) {
            assertThat(page).contains("id=\"" + type.slug() + "\"", type.title());
        }
    }

    @Test
    void wrongFilterIsToldWhatWasExpected() {
        HttpResponse<String> answer = gateway.get("/?verdict=dwn", "Accept", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("The nearest is &#39;down&#39;.");
    }

    private static String page(String path) {
        HttpResponse<String> answer = gateway.get(path, "Accept", BROWSER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        return answer.body().replace(MODULE, "");
    }
}
