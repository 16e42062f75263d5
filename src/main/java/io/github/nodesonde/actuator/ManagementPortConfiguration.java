package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.probe.AskNow;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** What the management port serves beside the endpoints of Spring Boot. Functions, for a controller would be mapped twice. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {

    /** Routes come before the endpoints of Spring Boot, for they answer two of them themselves. */
    @Bean
    SmartInitializingSingleton routesFirst(RouterFunctionMapping routes) {
        return () -> routes.setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    PageAnswers pageAnswers(MeterRegistry registry) {
        return new PageAnswers(PageTurns.ofHeap(registry));
    }

    @Bean
    RouterFunction<ServerResponse> metricsRoutes(
            MetricsPages pages, LatestJudgements latest, PageAnswers answers, WebEndpointProperties endpoints) {
        var metrics = new MetricsHandler(pages, latest, answers);
        return Route.toRead("/metrics", metrics).and(Route.toRead(endpoints.getBasePath() + "/prometheus", metrics));
    }

    @Bean
    RouterFunction<ServerResponse> syncRoute(LatestJudgements latest) {
        return Route.toRead(SyncHandler.PATH, new SyncHandler(latest));
    }

    @Bean
    RouterFunction<ServerResponse> probeRoute(
            LiveFleet fleet, AskNow askNow, LatestJudgements latest, MetricsPages pages, PageAnswers answers) {
        return Route.toRead("/probe", new ProbeHandler(fleet, askNow, latest, pages, answers));
    }

    /** In place of the endpoint of Spring Boot, which it asks for everything but the fleet. */
    @Bean
    @ConditionalOnBean(HealthEndpointWebExtension.class)
    RouterFunction<ServerResponse> healthRoutes(
            HealthEndpointWebExtension boot,
            HealthEndpointGroups groups,
            LatestJudgements latest,
            WebEndpointProperties endpoints) {
        var health = new GatewayHealth(boot, groups, latest);
        return Route.toRead(endpoints.getBasePath() + "/health/{*path}", new HealthHandler(health))
                .and(Route.toRead("/-/healthy", new HealthHandler(health, "liveness")))
                .and(Route.toRead("/-/ready", new HealthHandler(health, "readiness")));
    }

    @Bean
    RouterFunction<ServerResponse> reloadRoute(Inventory inventory) {
        return Route.toDo("/-/reload", new ReloadHandler(inventory));
    }

    @Bean
    RouterFunction<ServerResponse> landingRoute(ObjectProvider<BuildProperties> build) {
        return Route.toRead("/", new LandingHandler(build.getIfAvailable()));
    }

    @Bean
    RouterFunction<ServerResponse> problemsRoute() {
        return Route.toRead(ProblemsHandler.PATH, new ProblemsHandler());
    }

    @Bean
    RouterFunction<ServerResponse> problemRoute(WebProperties web) {
        return RouterFunctions.route(RequestPredicates.path(web.getError().getPath()), new ProblemHandler());
    }

    @Bean
    ProblemExceptionResolver problemExceptionResolver() {
        return new ProblemExceptionResolver();
    }

    @Bean
    ResponseHeadersFilter responseHeadersFilter() {
        return new ResponseHeadersFilter();
    }

    @Bean
    @ConditionalOnProperty("nodesonde.rpc-port")
    RpcPort rpcPort(RpcPortProperties properties, ManagementServerProperties management) {
        return new RpcPort(properties, management);
    }
}
