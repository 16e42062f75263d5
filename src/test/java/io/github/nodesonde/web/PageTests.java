package io.github.nodesonde.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.api.TestFleet;
import io.github.nodesonde.api.TestGateway;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.request.ProblemType;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

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
                .contains("down when every node is, or when fewer than 2 remain")
                .contains("content=\"5\"");
    }

    @Test
    void worstComesFirst() {
        String page = page("/");

        assertThat(page.indexOf(">beta-1<")).isLessThan(page.indexOf(">alpha-1<"));
        assertThat(page.indexOf(">a-2<")).isLessThan(page.indexOf(">a-1<"));
        assertThat(page.indexOf(">a-1<")).isLessThan(page.indexOf(">a-0<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?refresh=off", "/?q=%3Cscript%3Ealert(%221%22)%3C/script%3E&refresh=off"})
    void whatOthersSetIsTextAndNothingElse(String path) {
        assertThat(page(path))
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")
                .doesNotContain("<script")
                .doesNotContain(TestFleet.ADDRESS, TestFleet.SECRET);
    }

    @Test
    void pageLoadsNothingFromElsewhereAndHoldsNoStyleOrScriptOfItsOwn() {
        HttpResponse<String> answer = gateway.get("/", "Accept", BROWSER);

        assertThat(answer.body())
                .doesNotContain(" style=", "<style", "http://", "https://")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nodesonde.css", "/favicon.svg", "/docs/problems"})
    void whatThePageLinksIsThere(String path) {
        assertThat(gateway.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void filterIsPartOfTheAddress() {
        String page = page("/?verdict=down");

        assertThat(page).contains("1 node matches").contains(">a-2<").doesNotContain(">a-0<", ">beta-1<");
        assertThat(page("/?q=nowhere")).contains("No node matches");
    }

    @Test
    void pageThatStandsStillHoldsTheFormAndDoesNotRefresh() {
        assertThat(page("/?refresh=off&network=alpha-1"))
                .doesNotContain("http-equiv")
                .contains("<form class=\"filter\"")
                .contains("<option value=\"alpha-1\" selected=\"selected\">");
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
        assertThat(forBrowser.body())
                .contains("Expected the path of a resource")
                .doesNotContain("<script");

        HttpResponse<String> forOthers = gateway.get("/nothing");
        assertThat(forOthers.statusCode()).isEqualTo(404);
        assertThat(forOthers.headers().firstValue("Content-Type")).hasValue("application/problem+json");
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
        return answer.body();
    }
}
