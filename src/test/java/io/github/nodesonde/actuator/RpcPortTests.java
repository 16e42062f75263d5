package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class RpcPortTests {

    @ParameterizedTest
    @CsvSource({"8008, 8008, 0", "8009, 8008, 1", "0, 0, 1"})
    void noSecondPortIsOpenedWhereTheManagementPortServesAlready(int rpcPort, int managementPort, int connectors) {
        var management = new ManagementServerProperties();
        management.setPort(managementPort);
        var factory = new TomcatServletWebServerFactory();

        new RpcPort(new RpcPortProperties(rpcPort), management).customize(factory);

        assertThat(factory.getAdditionalConnectors()).hasSize(connectors);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void numberThatIsNoPortIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RpcPortProperties(number))
                .withMessageContaining("0 to 65535");
    }

    @Test
    void portNeedNotBeGiven() {
        assertThat(new RpcPortProperties(null).rpcPort()).isNull();
    }
}
