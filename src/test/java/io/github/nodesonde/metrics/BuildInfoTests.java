package io.github.nodesonde.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BuildInfoTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withBean(BuildInfo.class);

    @Test
    void versionOfTheBuildIsPrinted() {
        var properties = new Properties();
        properties.setProperty("version", "1.2.3");

        context.withBean(BuildProperties.class, () -> new BuildProperties(properties))
                .run(started -> assertThat(printedBy(started.getBean(BuildInfo.class)))
                        .contains("nodesonde_build_info{version=\"1.2.3\"} 1\n"));
    }

    @Test
    void withoutBuildPropertiesThereIsNoSuchSeries() {
        context.run(started ->
                assertThat(printedBy(started.getBean(BuildInfo.class))).isEmpty());
    }

    private static String printedBy(BuildInfo buildInfo) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        buildInfo.bindTo(registry);
        return registry.scrape();
    }
}
