package io.github.nodesonde.cli;

import io.github.nodesonde.inventory.UnusableInventoryException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Says why the gateway does not start: a log line for each thing that is wrong and for what to do, no stack trace. What
 * neither it nor one of Spring Boot's analyzers knows is left to Spring Boot.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReporter.class);

    private final ConfigurableApplicationContext context;

    StartFailureReporter(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        List<String> lines = causes(failure)
                .flatMap(cause -> ownWords(cause).stream())
                .findFirst()
                .or(() -> wordsOfSpringBoot(failure))
                .orElse(List.of());
        lines.forEach(LOG::error);
        return !lines.isEmpty();
    }

    private Optional<List<String>> ownWords(Throwable cause) {
        return switch (cause) {
            case UnusableInventoryException e -> Optional.of(e.lines());
            case PortsApart.SamePortException e -> Optional.of(List.of(String.valueOf(e.getMessage())));
            case PortInUseException e -> Optional.of(List.of(portIsTaken(e.getPort())));
            case ConnectorStartFailedException e -> Optional.of(List.of(portIsTaken(e.getPort())));
            default -> Optional.empty();
        };
    }

    private String portIsTaken(int port) {
        return "port %d is taken by another program: stop that, or choose another with %s"
                .formatted(port, flagOf(port));
    }

    private String flagOf(int port) {
        return Stream.of(Flag.PORT, Flag.METRICS_PORT, Flag.RPC_PORT)
                .filter(flag -> flag.properties(String.valueOf(port)).orElseThrow().keySet().stream()
                        .allMatch(name ->
                                String.valueOf(port).equals(environment().getProperty(name))))
                .findFirst()
                .orElse(Flag.PORT)
                .usage();
    }

    private Optional<List<String>> wordsOfSpringBoot(Throwable failure) {
        var arguments =
                ArgumentResolver.of(BeanFactory.class, context.getBeanFactory()).and(Environment.class, environment());
        return SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
                .load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((_, _) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .map(StartFailureReporter::lines);
    }

    private static List<String> lines(FailureAnalysis analysis) {
        return Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(Objects::nonNull)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private Environment environment() {
        return context.getEnvironment();
    }
}
