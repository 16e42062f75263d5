package io.github.nodesonde.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class HistoryPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/x;INIT=RUNSCRIPT FROM 'evil.sql'",
                "/tmp/a;b/history",
                "relative;FILE_LOCK=NO",
                "/tmp/back\\slash",
                "/tmp/two\nlines"
            })
    void pathThatTheEmbeddedDatabaseWouldTakeForAnotherIsRefused(String path) {
        runner.withPropertyValues("nodesonde.history.enabled=true", "nodesonde.history.path=" + path)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("nodesonde.history.path leads through a folder")
                        .hasMessageEndingWith("choose another folder"));
    }

    @Test
    void pathDoesNotMatterWhereThereIsAUrl() {
        runner.withPropertyValues(
                        "nodesonde.history.enabled=true",
                        "nodesonde.history.path=/a;b",
                        "nodesonde.history.url=jdbc:postgresql://host/name")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/name?user=me&password=hunter2",
                "jdbc:postgresql://host/name?PassWord = hunter2",
                "jdbc:h2:mem:x;PASSWORD=hunter2"
            })
    void urlWithAPasswordIsRefusedAndNotRepeated(String url) {
        runner.withPropertyValues("nodesonde.history.url=" + url).run(context -> {
            assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("nodesonde.history.url holds a password")
                    .hasMessageContaining("nodesonde.history.password-file");
            assertThat(words(context.getStartupFailure())).doesNotContain("hunter2");
        });
    }

    @Test
    void urlOfAnotherDatabaseIsRefused() {
        runner.withPropertyValues("nodesonde.history.url=jdbc:mysql://host/name")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("begins with jdbc:postgresql:"));
    }

    private static String words(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(HistoryProperties.class)
    static class Bound {}
}
