package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryImport.Imported;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.NotImportableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartImportTests {

    private final QuickstartImport quickstart = new QuickstartImport(Scene.CLIENTS);

    @TempDir
    private Path folder;

    @Test
    void devnetBecomesAnInventoryThatCanBeRead() throws IOException {
        Imported imported = read("""
                shuffle: roundrobin
                deployment_mode: local
                validators:
                  - name: "zeam_0"
                    privkey: "bdf953adc161873ba026330c56450453f582e3c4ee6cb713644794bcfdd85fe5"
                    enrFields:
                      ip: "10.0.0.1"
                      quic: 9001
                    metricsPort: 9668
                    apiPort: 9667
                    count: 1
                  - name: "ream_0"
                    enrFields: { ip: "10.0.0.2" }
                    metricsPort: 8080
                    httpPort: 5052
                  - name: "leanspec_0"
                    enrFields: { ip: "fd00::3" }
                    metricsPort: 5052
                    apiPort: 5052
                """);

        assertThat(imported.inventory()).isEqualTo("""
                networks:
                  - name: devnet
                    type: lean
                nodes:
                  - id: zeam-0
                    network: devnet
                    api: http://10.0.0.1:9667
                    metrics: http://10.0.0.1:9668
                    client: zeam
                  - id: ream-0
                    network: devnet
                    api: http://10.0.0.2:5052
                    metrics: http://10.0.0.2:8080
                    client: ream
                  - id: leanspec-0
                    network: devnet
                    url: http://[fd00::3]:5052
                    client: leanspec
                """);
        assertThat(imported.leftOut()).singleElement().asString().startsWith("genesis-time: ");
        Path file = Files.writeString(folder.resolve("nodesonde.yaml"), imported.inventory());
        assertThat(new InventoryReader(List.of(new LeanNodeKind(Scene.CLIENTS))).read(file))
                .isInstanceOf(InventoryContents.Valid.class);
    }

    @Test
    void whatCannotBeCarriedOverIsSaid() throws IOException {
        Imported imported = read("""
                validators:
                  - { name: lantern_0, metricsPort: 8085 }
                  - { name: zeam_1, apiPort: 9667 }
                  - { name: "___", metricsPort: 1 }
                  - { name: zeam_2, metricsPort: 70000 }
                  - { name: lantern-0, metricsPort: 8086 }
                  - { name: gean_0, metricsPort: 5054, apiPort: 5052, enrFields: { ip: "10.0.0.1/evil: x" } }
                  - zeam_3
                """);

        assertThat(imported.inventory())
                .contains("id: lantern-0\n    network: devnet\n    url: http://127.0.0.1:8085\n    client: auto")
                .contains("api: http://127.0.0.1:5052")
                .doesNotContain("zeam")
                .doesNotContain("evil");
        assertThat(imported.leftOut())
                .containsExactly(
                        "'lantern_0': it has neither apiPort nor httpPort; its metrics port is asked for both",
                        "'lantern_0': it has no enrFields.ip; 127.0.0.1 is written in its place",
                        "'lantern_0': its name tells no client that is known; it will be detected",
                        "'zeam_1': it has no metricsPort",
                        "'___': no id can be made of its name",
                        "'zeam_2': it has no metricsPort",
                        "'lantern-0': another node is called alike",
                        "'gean_0': its enrFields.ip is no address; 127.0.0.1 is written in its place",
                        "an entry of validators that is no mapping",
                        "genesis-time: the file does not tell it; nodes are asked, or add it from config.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "validators: none", "validators:\n\t- x", "a: !!javax.script.ScriptEngineManager []"})
    void fileThatIsNoneOfQuickstartIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(NotImportableException.class);
    }

    @Test
    void fileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> quickstart.read(folder.resolve("none.yaml")))
                .isInstanceOf(NotImportableException.class)
                .hasMessage("the file cannot be read");
    }

    private Imported read(String text) throws IOException {
        return quickstart.read(Files.writeString(folder.resolve("validator-config.yaml"), text));
    }
}
