package io.github.nodesonde.api;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.history.History;
import io.github.nodesonde.history.Incident;
import io.github.nodesonde.history.IncidentFilter;
import io.github.nodesonde.history.IncidentListener;
import io.github.nodesonde.history.Paging;
import io.github.nodesonde.history.Period;
import io.github.nodesonde.history.Slice;
import io.github.nodesonde.history.Uptime;
import io.github.nodesonde.history.VerdictChange;
import io.github.nodesonde.inventory.Fields;
import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import io.github.nodesonde.probe.AskNow;
import io.github.nodesonde.testing.HttpPort;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API and the page over real HTTP, on judgements set by hand. */
public final class TestGateway implements AutoCloseable {

    private static final AtomicReference<Supplier<Judgements>> JUDGED = new AtomicReference<>(TestFleet::judged);
    private static final AtomicReference<InventoryState> STATE =
            new AtomicReference<>(new InventoryState(true, TestFleet.NOW.minusSeconds(60), List.of()));

    private static final AtomicReference<History> HISTORY = new AtomicReference<>(new BlankHistory());

    private final ConfigurableApplicationContext context;
    private final HttpPort main;
    private final HttpPort management;
    private final ContractFilter contract;

    private TestGateway(ConfigurableApplicationContext context) {
        this.context = context;
        main = new HttpPort(port("local.server.port"));
        management = new HttpPort(port("local.management.port"));
        contract = context.getBean(ContractFilter.class);
    }

    public static TestGateway start(String... properties) {
        TestGateway gateway = unchecked(properties);
        gateway.contract.hold(new ApiContract(gateway.main.get("/v3/api-docs").body(), TestFleet.TOPICS));
        return gateway;
    }

    /** Answers are not held against the API's description, which takes longer than making them. */
    public static TestGateway unchecked(String... properties) {
        show(TestFleet.judged());
        show(new BlankHistory());
        show(new InventoryState(true, TestFleet.NOW.minusSeconds(60), List.of()));
        var arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
        Stream.of(properties).map(property -> "--" + property).forEach(arguments::add);
        return new TestGateway(new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new)));
    }

    public static void show(Judgements judgements) {
        JUDGED.set(() -> judgements);
    }

    /** What was; nothing and nobody's, until this is called. */
    public static void show(History history) {
        HISTORY.set(history);
    }

    /** Nobody can have the judgements until others are shown. */
    public static void fail(RuntimeException failure) {
        JUDGED.set(() -> {
            throw failure;
        });
    }

    public static void show(InventoryState state) {
        STATE.set(state);
    }

    /** Tells whoever hears of judgings in this gateway. */
    public void tell(Judgements before, Judgements now) {
        context.getBeanProvider(JudgementListener.class)
                .orderedStream()
                .forEach(listener -> listener.judged(before, now));
    }

    /** Tells whoever hears of incidents in this gateway. */
    void tell(Incident incident) {
        context.getBeanProvider(IncidentListener.class).orderedStream().forEach(listener -> listener.told(incident));
    }

    public int port() {
        return port("local.server.port");
    }

    public HttpPort management() {
        return management;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Fails when an answer, this or an earlier one, was not as the API's description tells. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        HttpResponse<String> answer = main.send(method, path, HttpResponse.BodyHandlers.ofString(), headers);
        contract.assertThatItWasKept();
        return answer;
    }

    /** The value of a series of the gateway's own that has no labels. */
    double counted(String name) {
        return context.getBean(MeterRegistry.class).get(name).counter().count();
    }

    /** The paths of the API, by the handlers that there are. */
    List<String> paths() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .toList();
    }

    /** Fails when an answer, whoever asked for it, was not as the API's description tells. */
    @Override
    public void close() {
        main.close();
        management.close();
        context.close();
        contract.assertThatItWasKept();
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({"io.github.nodesonde.api", "io.github.nodesonde.maintenance"})
    @ComponentScan(
            basePackages = {
                "io.github.nodesonde.api",
                "io.github.nodesonde.maintenance",
                "io.github.nodesonde.server",
                "io.github.nodesonde.web"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
    static class Program {

        @Bean
        ContractFilter contractFilter() {
            return new ContractFilter();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(TestFleet.NOW.minusSeconds(600), ZoneOffset.UTC);
        }

        @Bean
        BuildProperties buildProperties() {
            var properties = new Properties();
            properties.setProperty("version", "1.0.0");
            return new BuildProperties(properties);
        }

        @Bean
        LatestJudgements latestJudgements() {
            return new LatestJudgements() {
                @Override
                public Judgements get() {
                    return JUDGED.get().get();
                }

                @Override
                public Judgements refresh() {
                    return get();
                }
            };
        }

        @Bean
        History history() {
            return new History() {
                @Override
                public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
                    return HISTORY.get().incidents(filter, paging);
                }

                @Override
                public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
                    return HISTORY.get().changes(node, period, paging);
                }

                @Override
                public Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts) {
                    return HISTORY.get().uptime(nodes, from, to, parts);
                }
            };
        }

        @Bean
        Inventory inventory() {
            return new Inventory() {
                @Override
                public Fleet now() {
                    return JUDGED.get().get().fleet();
                }

                @Override
                public InventoryState state() {
                    return STATE.get();
                }

                @Override
                public InventoryState reload() {
                    return state();
                }
            };
        }

        /** The management port, which starts along, wants pages and somebody who asks. */
        @Bean
        MetricsPages metricsPages() {
            return new MetricsPages() {
                @Override
                public MergedPage of(Wanted wanted) {
                    return MergedPage.of(Page.EMPTY);
                }

                @Override
                public MergedPage ofNode(NodeJudgement node, boolean labelled) {
                    return MergedPage.of(Page.EMPTY);
                }
            };
        }

        @Bean
        AskNow askNow() {
            return (node, deadline) -> {};
        }

        @Bean
        NodeKind alpha() {
            return new Kind("alpha");
        }

        @Bean
        NodeKind beta() {
            return new Kind("beta");
        }
    }

    private record Kind(String type) implements NodeKind {

        @Override
        public List<String> probes() {
            return List.of();
        }

        @Override
        public NetworkSettings network(Fields fields) {
            return new NetworkSettings.None();
        }

        @Override
        public NodeSettings node(Fields fields, NetworkSettings network) {
            return Set::of;
        }
    }
}
