package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFormatTests {

    private static final String STAMP = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";
    private static final String FORGED =
            "x\n2026-11-22T03:46:28.012Z ERROR [Forged] all is lost\r\n{\"level\":\"ERROR\"}\u001b[31m\u0000\u2028\u202e";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Test
    void textIsOneLineWithTheFieldsBehind() {
        String text = text(logger -> logger.addKeyValue("node", "lean-0")
                .addKeyValue("slot", 94L)
                .addKeyValue("because", "took longer than 6 s")
                .log("a node stopped answering"));

        assertThat(text)
                .matches(STAMP + " WARN {2}\\[probe] a node stopped answering node=lean-0 slot=94"
                        + " because=\"took longer than 6 s\"\n");
    }

    @Test
    void whatANodeSentForgesNoLineOfText() {
        String text = text(logger -> logger.addKeyValue("reason", FORGED).log("said {}", FORGED));

        assertThat(text.lines()).hasSize(1);
        assertThat(text)
                .endsWith("\n")
                .contains("said x\\n2026-11-22T03:46:28.012Z ERROR [Forged] all is lost\\r\\n{\"level\":\"ERROR\"}"
                        + "\\u001B[31m\\u0000\\u2028\\u202E reason=\"x\\n")
                .contains("{\\\"level\\\":\\\"ERROR\\\"}");
    }

    @Test
    void whatANodeSentForgesNoFieldOfText() {
        assertThat(text(logger -> logger.addKeyValue("reason", "a\" node=\"b").log("m")))
                .endsWith(" m reason=\"a\\\" node=\\\"b\"\n");
        assertThat(text(logger -> logger.addKeyValue("reason", "a node=b").log("m")))
                .endsWith(" m reason=\"a node=b\"\n");
    }

    @Test
    void stackTraceInTextCannotBeTakenForALine() {
        String text = text(
                logger -> logger.setCause(new IllegalStateException(FORGED)).log("m"));

        assertThat(text.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("\t"));
        assertThat(text)
                .contains("\tjava.lang.IllegalStateException: x\n\t2026-11-22")
                .doesNotContain("\u001b");
    }

    @Test
    void jsonIsOneObjectWithTheFieldsAmongTheOthers() {
        JsonNode line = json(logger -> logger.addKeyValue("slot", 94L)
                .addKeyValue("epoch", 2)
                .addKeyValue("peer_id", "lean-0")
                .addKeyValue("synced", false)
                .addKeyValue("lag", Double.NaN)
                .addKeyValue("why", (Object) null)
                .log("a node stopped answering"));

        assertThat(line.propertyNames())
                .containsExactly(
                        "timestamp", "level", "logger", "message", "slot", "epoch", "peer_id", "synced", "lag", "why");
        assertThat(line.path("timestamp").asString()).matches(STAMP);
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("logger").asString()).isEqualTo("io.github.nodesonde.probe");
        assertThat(line.path("message").asString()).isEqualTo("a node stopped answering");
        assertThat(line.path("slot").isIntegralNumber()).isTrue();
        assertThat(line.path("slot").asLong()).isEqualTo(94);
        assertThat(line.path("synced").isBoolean()).isTrue();
        assertThat(line.path("lag").asString()).isEqualTo("NaN");
        assertThat(line.path("why").asString()).isEqualTo("null");
    }

    @Test
    void whatANodeSentForgesNeitherLineNorFieldOfJson() {
        JsonNode line = json(logger -> logger.addKeyValue("reason", FORGED)
                .setCause(new IllegalStateException(FORGED))
                .log("said {}", FORGED));

        assertThat(line.propertyNames())
                .containsExactly("timestamp", "level", "logger", "message", "reason", "stack_trace");
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("message").asString()).isEqualTo("said " + FORGED);
        assertThat(line.path("reason").asString()).isEqualTo(FORGED);
        assertThat(line.path("stack_trace").asString()).startsWith("java.lang.IllegalStateException: " + FORGED);
    }

    @Test
    void keyThatEveryLineHasOrThatCameTwiceDoesNotBreakALine() {
        JsonNode line = json(logger -> logger.addKeyValue("level", "ERROR")
                .addKeyValue("node", "lean-0")
                .addKeyValue("node", "lean-1")
                .log("m"));

        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("level_").asString()).isEqualTo("ERROR");
        assertThat(line.path("node").asString()).isEqualTo("lean-1");
    }

    @Property(tries = 300)
    void anyTextMakesOneLine(@ForAll String message, @ForAll String value) {
        assertThat(text(logger -> logger.addKeyValue("reason", value).log(message))
                        .lines())
                .hasSize(1);
        assertThat(json(logger -> logger.addKeyValue("reason", value).log(message))
                        .path("reason")
                        .asString())
                .isEqualTo(value);
    }

    private static String text(Event event) {
        return printed(new TextLogFormat(), event);
    }

    private static JsonNode json(Event event) {
        String printed = printed(new JsonLogFormat(), event);
        assertThat(printed).endsWith("}\n");
        assertThat(printed.indexOf('\n')).isEqualTo(printed.length() - 1);
        return JSON.readTree(printed);
    }

    private static String printed(StructuredLogFormatter<ILoggingEvent> format, Event event) {
        var lines = new ArrayList<String>();
        var context = new LoggerContext();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent caught) {
                lines.add(format.format(caught));
            }
        };
        appender.setContext(context);
        appender.start();
        Logger logger = context.getLogger("io.github.nodesonde.probe");
        logger.addAppender(appender);
        event.logTo(logger.atWarn());
        context.stop();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    @FunctionalInterface
    private interface Event {
        void logTo(LoggingEventBuilder logger);
    }
}
