package io.github.nodesonde.cli;

import io.github.nodesonde.observation.SteadyClock;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The program. The scan is spelt out because classes of the management port must stay out of it: they belong to that
 * port's own context, where Boot puts them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.github.nodesonde")
@ComponentScan(
        basePackages = "io.github.nodesonde",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = ManagementContextConfiguration.class)
        })
public class Nodesonde {

    public static void main(String[] arguments) {
        new Program(System.out, System.err, System.getenv())
                .run(List.of(arguments))
                .ifPresent(System::exit);
    }

    @Bean
    Clock clock() {
        return SteadyClock.system();
    }
}
