package io.github.nodesonde.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.api.BlankHistory;
import io.github.nodesonde.api.TestFleet;
import io.github.nodesonde.api.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** The pages in a real browser: one gateway and one browser for all tests. */
class BrowserIT {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SNIPPET = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);
    private static final int CROWD = 300;
    private static final By STATE = By.id("link-state");

    private static TestGateway gateway;
    private static Relay relay;
    private static ChromeDriver browser;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(BROWSER), "chromium is not installed (Debian: package chromium)");
        assumeTrue(Files.isExecutable(DRIVER), "chromedriver is not installed (Debian: package chromium-driver)");
        try (InputStream script = Objects.requireNonNull(BrowserIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        gateway = TestGateway.start();
        relay = new Relay(gateway.port());
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        browser.manage().window().setSize(new Dimension(1280, 900));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.quit();
        }
        if (relay != null) {
            relay.close();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    @BeforeEach
    void showTheFleet() {
        TestGateway.show(ShownFleet.parted());
        TestGateway.show(new RememberedDay());
    }

    @Test
    void pageOpensAndLeadsToNetworkAndNode() {
        open("/");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("The state of the fleet is unknown");

        follow(By.linkText("alpha-1"));
        assertThat(browser.getTitle()).isEqualTo("alpha-1 is degraded · Nodesonde");
        assertThat(browser.findElements(By.cssSelector(".branches svg .tip"))).hasSize(2);

        follow(By.cssSelector(".node a[href='/nodes/a-1']"));
        assertThat(browser.getTitle()).isEqualTo("a-1 is degraded · Nodesonde");
    }

    @Test
    void filterWorksAsItIsTypedAndIsPartOfTheAddress() {
        open("/");

        browser.findElement(By.name("q")).sendKeys("a-2");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(browser.getCurrentUrl()).isEqualTo(address("/?q=a-2"));
            assertThat(shownNodes()).containsExactly("a-2");
        });
        assertThat(browser.switchTo().activeElement().getDomAttribute("name")).isEqualTo("q");
        browser.navigate().refresh();
        assertThat(shownNodes()).containsExactly("a-2");
    }

    @Test
    void changeOfVerdictShowsByItself() {
        open("/nodes/a-0");
        assertThat(browser.getTitle()).startsWith("a-0 is up");

        TestGateway.show(ShownFleet.changed());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.getTitle()).startsWith("a-0 is down"));
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("a-0 is down");
        assertThat(browser.findElement(By.cssSelector(".findings")).getText()).contains("the connection was cut");
    }

    /** By the lines of the documents that show how, told of a change until the stream is open. */
    @Test
    void pageOfOnesOwnHearsChanges() throws IOException {
        Matcher lines = SNIPPET.matcher(Files.readString(Path.of("docs/api.md")));
        assertThat(lines.find()).isTrue();
        open("/docs/problems");
        browser.executeScript("window.said = []; console.log = (...words) => said.push(words.join(' '));"
                + lines.group(1).replace("http://localhost:8080", address("")));

        await().atMost(PATIENCE).until(() -> {
            gateway.tell(TestFleet.judged(), ShownFleet.changed());
            return browser.executeScript("return said.join()") instanceof String said
                    && said.contains("a-0 up → down the connection was cut");
        });
    }

    @Test
    void lostGatewayIsSaidAndItsReturnToo() {
        open("/");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(browser.findElement(STATE).getText()).isEqualTo("Live,"));

        relay.cut();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.findElement(STATE).getText())
                            .isEqualTo("Connection lost. What you see is"));
            assertThat(shownNodes()).contains("a-0");
        } finally {
            relay.mend();
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(browser.findElement(STATE).getText()).isEqualTo("Live,"));
    }

    @Test
    void pausedPageStandsStill() {
        open("/nodes/a-0");

        browser.findElement(By.id("pause")).click();

        assertThat(browser.findElement(STATE).getText()).isEqualTo("Paused,");
        assertThat(browser.findElement(By.id("pause")).getText()).isEqualTo("Resume");
        TestGateway.show(ShownFleet.changed());
        browser.findElement(By.id("pause")).click();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.getTitle()).startsWith("a-0 is down"));
    }

    @Test
    void keyboardAloneReachesTheNetworksAndANode() {
        open("/");

        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("Skip to the networks");
        press(Keys.ENTER);
        assertThat(focused().getDomAttribute("id")).isEqualTo("networks");
        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("beta-1");
        press(Keys.TAB);
        press(Keys.ENTER);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.getCurrentUrl()).isEqualTo(address("/nodes/b-0")));
    }

    @Test
    void nodeTextIsNeverMarkup() {
        for (String path : List.of("/", "/nodes/a-0", "/nodes/a-2", "/networks/alpha-1", "/incidents")) {
            open(path);
            assertThat(browser.findElements(By.cssSelector("main script"))).isEmpty();
            assertThat(browser.findElement(By.tagName("main")).getText()).contains(TestFleet.HOSTILE);
        }
    }

    @Test
    void pageOfAPhoneIsNeverWiderThanItsScreen() {
        screen(320, 700);
        try {
            for (String path : List.of("/", "/?kiosk", "/nodes/a-0", "/networks/alpha-1", "/incidents")) {
                open(path);
                assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(320);
            }
        } finally {
            screenOfOurOwn();
        }
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void noPageHasABarrier(String theme) {
        emulate(theme);
        for (String path : List.of(
                "/",
                "/?q=a-2",
                "/?kiosk",
                "/nodes/a-0",
                "/nodes/a-2",
                "/nodes/b-0",
                "/networks/alpha-1",
                "/networks/beta-1",
                "/incidents",
                "/docs/problems",
                "/nodes/nobody")) {
            open(path);
            assertThat(barriers()).as(path).isEmpty();
        }
        TestGateway.show(new BlankHistory());
        open("/incidents?state=open");
        assertThat(barriers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void crowdedWallHasNoBarrierAndFitsItsScreen(String theme) {
        emulate(theme);
        TestGateway.show(ShownFleet.ofNodes(CROWD));
        screen(1920, 1080);
        try {
            open("/?kiosk");
            assertThat(browser.findElements(By.cssSelector("body.crowd"))).hasSize(1);
            assertThat(barriers()).isEmpty();
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(1920);
            assertThat((Long) browser.executeScript("return document.documentElement.scrollHeight"))
                    .isLessThanOrEqualTo(1080);
        } finally {
            screenOfOurOwn();
        }
    }

    @Test
    void barrierWouldBeSeen() {
        open("/");
        browser.executeScript("document.getElementById('main').append(document.createElement('img'))");

        assertThat(barriers()).singleElement().asString().startsWith("image-alt");
    }

    private static void emulate(String theme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    private static void screen(int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    private static void screenOfOurOwn() {
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** What axe finds against WCAG 2.2 A and AA and its own good practice. */
    @SuppressWarnings("unchecked") // The script's answer is a list of texts.
    private static List<String> barriers() {
        browser.executeScript(axe);
        return (List<String>) Objects.requireNonNull(browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then(
                  (found) => done(found.violations.map((one) => one.id + ": " + one.help + " "
                    + one.nodes.map((node) => node.html + " " + node.failureSummary).join("; "))),
                  (failure) => done([String(failure)]));
                """));
    }

    /** As a hand would, again when the page moved under it. */
    private static void follow(By link) {
        await().atMost(PATIENCE)
                .ignoreException(ElementClickInterceptedException.class)
                .until(() -> {
                    browser.findElement(link).click();
                    return true;
                });
    }

    private static void open(String path) {
        browser.get(address(path));
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + relay.port() + path;
    }

    private static List<String> shownNodes() {
        return browser.findElements(By.cssSelector(".node h3")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static void press(Keys key) {
        new Actions(browser).sendKeys(key).perform();
    }

    private static WebElement focused() {
        return browser.switchTo().activeElement();
    }
}
