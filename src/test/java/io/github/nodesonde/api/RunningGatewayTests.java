package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.node.Fleet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

class RunningGatewayTests {

    @Test
    void withoutBuildInformationTheVersionIsUnknown() {
        var gateway = new RunningGateway(
                new NoInventory(),
                new StaticListableBeanFactory().getBeanProvider(BuildProperties.class),
                Clock.fixed(TestFleet.NOW, ZoneOffset.UTC));

        GatewayJson told = gateway.describe(TestFleet.empty());

        assertThat(told.version()).isNull();
        assertThat(told.startedAt()).isEqualTo(TestFleet.NOW);
        assertThat(told.faultSuspected()).isFalse();
    }

    private static final class NoInventory implements Inventory {

        @Override
        public Fleet now() {
            return Fleet.EMPTY;
        }

        @Override
        public InventoryState state() {
            return new InventoryState(true, TestFleet.NOW, List.of());
        }

        @Override
        public InventoryState reload() {
            return state();
        }
    }
}
