package io.github.nodesonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.RawHttp;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
class AnswerDeadlineFilterTests {

    private static ConfigurableApplicationContext server;
    private static final AtomicInteger CUT = new AtomicInteger();

    private static int port;

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Endless.class)
                .web(WebApplicationType.SERVLET)
                .run("--server.port=0", "--management.server.port=-1");
        port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bytes", "/text"})
    void answerThatTakesTooLongIsCutAndDoesNotLookWhole(String path, CapturedOutput log) throws IOException {
        int before = CUT.get();

        String answer = RawHttp.ask(port, RawHttp.get(path));

        assertThat(answer.startsWith("HTTP/1.1 200")).isTrue();
        assertThat(answer.contains("chunked")).isTrue();
        assertThat(answer.endsWith("\r\n0\r\n\r\n")).isFalse();
        assertThat(CUT).hasValue(before + 1);
        assertThat(log).doesNotContain("ERROR", "Exception");
    }

    @Test
    void answerInTimeIsLeftAlone() throws IOException {
        assertThat(RawHttp.ask(port, RawHttp.get("/short")))
                .startsWith("HTTP/1.1 200")
                .endsWith("short");
    }

    @Test
    void answerThatIsMeantToLastIsLeftAlone() throws IOException {
        assertThat(RawHttp.ask(port, RawHttp.get("/lasting")).endsWith("\r\n0\r\n\r\n"))
                .isTrue();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class Endless {

        @Bean
        AnswerDeadlineFilter answerDeadlineFilter() {
            return new AnswerDeadlineFilter(Duration.ofMillis(200), Set.of("/lasting"), CUT::incrementAndGet);
        }

        @GetMapping("/short")
        String brief() {
            return "short";
        }

        @GetMapping("/bytes")
        void bytes(HttpServletResponse response) throws IOException {
            OutputStream out = response.getOutputStream();
            byte[] some = new byte[8192];
            while (true) {
                out.write(some);
            }
        }

        @GetMapping("/lasting")
        void lasting(HttpServletResponse response) throws IOException {
            OutputStream out = response.getOutputStream();
            long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
            while (System.nanoTime() < end) {
                out.write('.');
                out.flush();
            }
        }

        /** A writer tells of no failure but when it is asked. */
        @GetMapping("/text")
        void text(HttpServletResponse response) throws IOException {
            PrintWriter out = response.getWriter();
            String some = "x".repeat(8192);
            while (!out.checkError()) {
                out.print(some);
            }
        }
    }
}
