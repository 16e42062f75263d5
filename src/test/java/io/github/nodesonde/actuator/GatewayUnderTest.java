package io.github.nodesonde.actuator;

import io.github.nodesonde.testing.HttpPort;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts both ports, each at any port that is free, with the management port as it is and everything below it made by hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = GatewayUnderTest.Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.port=0",
            "management.server.port=0",
            "nodesonde.rpc-port=0",
            "management.health.diskspace.enabled=true"
        })
@interface GatewayUnderTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(RpcPortProperties.class)
    @Import({FleetHealthIndicator.class, FleetInfoContributor.class})
    class Gateway {

        @Bean
        FakeGateway fakeGateway() {
            return new FakeGateway();
        }

        @Bean
        OpenPorts openPorts() {
            return new OpenPorts();
        }
    }

    /** Remembers where the management context listens. */
    class OpenPorts implements ApplicationListener<WebServerInitializedEvent> {

        private volatile int management;
        private volatile int rpc;

        @Override
        public void onApplicationEvent(WebServerInitializedEvent event) {
            if ("management".equals(event.getApplicationContext().getServerNamespace())) {
                management = event.getWebServer().getPort();
                rpc = event.getApplicationContext().getBean(RpcPort.class).localPort();
            }
        }

        HttpPort management() {
            return new HttpPort(management);
        }

        HttpPort rpc() {
            return new HttpPort(rpc);
        }
    }
}
