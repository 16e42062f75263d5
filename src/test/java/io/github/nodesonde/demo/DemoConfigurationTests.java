package io.github.nodesonde.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class DemoConfigurationTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(DemoConfiguration.class, Fleet.class);

    @Test
    void beansFindTheInventoryOfTheDemoWhateverElseWasSet() {
        runner.withPropertyValues("nodesonde.demo=true", "nodesonde.inventory=/elsewhere.yaml")
                .run(context -> assertThat(
                                context.getBean(InventoryReader.class).file())
                        .content()
                        .contains("name: demo-net", "id: demo-0"));
    }

    @Test
    void whatIsRememberedOfTheDemoGoesWithIt() {
        var kept = new ArrayList<Path>();

        runner.withPropertyValues("nodesonde.demo=true").run(context -> {
            Path folder = context.getBean(InventoryReader.class).file().getParent();
            for (String property : List.of(DemoStarter.HISTORY_PROPERTY, DemoStarter.MAINTENANCE_PROPERTY)) {
                Path path = Path.of(context.getEnvironment().getRequiredProperty(property));
                assertThat(path).startsWithRaw(folder);
                kept.add(Files.writeString(Files.createDirectories(path).resolve("file"), "remembered"));
            }
        });

        assertThat(kept).hasSize(2).allSatisfy(path -> assertThat(path).doesNotExist());
    }

    @Test
    void whatTheOperatorSaysOfRememberingHolds() {
        runner.withPropertyValues(
                        "nodesonde.demo=true",
                        "nodesonde.history.path=/elsewhere",
                        "nodesonde.maintenance.file=/elsewhere/windows.json")
                .run(context -> {
                    assertThat(context.getEnvironment().getProperty(DemoStarter.HISTORY_PROPERTY))
                            .isEqualTo("/elsewhere");
                    assertThat(context.getEnvironment().getProperty(DemoStarter.MAINTENANCE_PROPERTY))
                            .isEqualTo("/elsewhere/windows.json");
                });
    }

    @Test
    void nothingIsLeftWhenTheContextCloses() {
        var inventory = new AtomicReference<Path>();

        runner.withPropertyValues("nodesonde.demo=true")
                .run(context ->
                        inventory.set(context.getBean(InventoryReader.class).file()));

        assertThat(inventory.get()).isNotNull();
        assertThat(Files.exists(inventory.get())).isFalse();
    }

    @Test
    void nothingIsLeftWhenTheContextCannotBeStarted() {
        var inventory = new AtomicReference<Path>();

        runner.withPropertyValues("nodesonde.demo=true")
                .withUserConfiguration(Broken.class)
                .withBean(AtomicReference.class, () -> inventory)
                .run(context -> assertThat(context).hasFailed());

        assertThat(inventory.get()).isNotNull();
        assertThat(Files.exists(inventory.get())).isFalse();
    }

    @Test
    void withoutThePropertyThereIsNoDemo() {
        runner.withPropertyValues("nodesonde.inventory=/elsewhere.yaml").run(context -> {
            assertThat(context).doesNotHaveBean(DemoStarter.class);
            assertThat(context.getBean(InventoryReader.class).file()).isEqualTo(Path.of("/elsewhere.yaml"));
        });
    }

    record InventoryReader(Path file) {}

    @Configuration(proxyBeanMethods = false)
    static class Fleet {

        @Bean
        InventoryReader inventoryReader(@Value("${nodesonde.inventory}") Path file) {
            return new InventoryReader(file);
        }

        @Bean
        SimulatedKind kind() {
            return _ -> List.of(new SimulatedNetwork("demo-net", "kind", "", List.of(new Mute())));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        Object broken(InventoryReader reader, AtomicReference<Path> seen) {
            seen.set(reader.file());
            throw new IllegalStateException("cannot be made");
        }
    }

    private record Mute() implements SimulatedNode {

        @Override
        public String id() {
            return "demo-0";
        }

        @Override
        public String keys(URI base) {
            return "url: " + base;
        }

        @Override
        public SimulatedAnswer answer(String path, Instant now) {
            return SimulatedAnswer.notFound();
        }
    }
}
