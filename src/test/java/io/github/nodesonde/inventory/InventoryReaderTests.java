package io.github.nodesonde.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryReaderTests {

    private static final Path FOLDER = Path.of("src/test/resources/inventory");

    private final InventoryReader reader = new InventoryReader(List.of(new FakeKind("genlayer"), new FakeKind("lean")));

    @TempDir
    Path folder;

    @Test
    void exampleOfTheDocumentationReads() {
        Fleet fleet = valid(FOLDER.resolve("valid-example.yaml"));

        assertThat(fleet.networks()).containsOnlyKeys("bradbury", "devnet-4");
        assertThat(fleet.nodes().keySet()).extracting(NodeId::value).containsExactly("lean-0", "validator-eu-1");
        Node validator = node(fleet, "validator-eu-1");
        assertThat(validator.type()).isEqualTo("genlayer");
        assertThat(validator.network()).isEqualTo("bradbury");
        assertThat(validator.labels()).isEqualTo(Map.of("region", "eu", "team", "acme"));
        assertThat(validator.credentials().bearerTokenFile())
                .contains(FOLDER.resolve("token.txt").toAbsolutePath());
        assertThat(validator.settings())
                .isEqualTo(new FakeKind.OfNode(
                        Optional.of(URI.create("http://10.0.0.5:9153")),
                        Optional.empty(),
                        Optional.of("0x1111111111111111111111111111111111111111")));
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        Fleet fleet = valid(FOLDER.resolve("valid-example.yaml"));

        Network network = Optional.ofNullable(fleet.networks().get("devnet-4")).orElseThrow();
        assertThat(network)
                .isEqualTo(new Network(
                        "devnet-4", "lean", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), network.settings()));
        assertThat(node(fleet, "lean-0"))
                .returns(Duration.ofSeconds(15), Node::interval)
                .returns(Duration.ofSeconds(6), Node::timeout)
                .returns(Credentials.NONE, Node::credentials);
        assertThat(node(fleet, "lean-0").skip()).isEmpty();
        assertThat(node(fleet, "lean-0").labels()).isEmpty();
    }

    @Test
    void networkSpeaksForItsNodesUnlessTheySpeakForThemselves() {
        Fleet fleet = valid(FOLDER.resolve("valid-every-common-key.yaml"));

        assertThat(fleet.networks().get("devnet-4"))
                .returns(true, Network::complete)
                .returns(Optional.of(DownWhen.ANY), Network::downWhen)
                .returns(2, Network::minUp)
                .returns(3, Network::downAfter)
                .returns(Duration.ofMillis(500), Network::confirmAfter);
        assertThat(node(fleet, "plain"))
                .returns(Duration.ofSeconds(4), Node::interval)
                .returns(Duration.ofSeconds(2), Node::timeout);
        assertThat(node(fleet, "plain").skip()).containsExactly("metrics");
        assertThat(node(fleet, "own"))
                .returns(Duration.ofMinutes(1), Node::interval)
                .returns(Duration.ofSeconds(10), Node::timeout);
        assertThat(node(fleet, "own").skip()).isEmpty();
    }

    @Test
    void kindReadsItsOwnKeysOfTheRules() {
        Fleet fleet = valid(FOLDER.resolve("valid-every-common-key.yaml"));

        assertThat(fleet.networks().get("devnet-4"))
                .extracting(Network::settings)
                .isInstanceOfSatisfying(
                        FakeKind.OfNetwork.class,
                        settings -> assertThat(settings.lag()).contains(8L));
    }

    @Test
    void trailingSlashOfAUrlIsDropped() {
        Fleet fleet = valid(FOLDER.resolve("valid-every-common-key.yaml"));

        assertThat(node(fleet, "plain").settings().urls()).containsExactly(URI.create("http://10.0.0.7:8008"));
        assertThat(node(fleet, "own").settings().urls()).containsExactly(URI.create("https://[::1]:8443/lean"));
    }

    @Test
    void aliasStandsForWhatItNames() {
        Fleet fleet = valid(FOLDER.resolve("valid-every-common-key.yaml"));

        assertThat(node(fleet, "alias").labels())
                .isEqualTo(node(fleet, "own").labels())
                .containsEntry("version_line", "1.10")
                .containsEntry("_zone", "");
        assertThat(node(fleet, "alias").credentials())
                .isEqualTo(new Credentials(
                        Optional.empty(),
                        Optional.of(new Credentials.Basic(
                                "me", FOLDER.resolve("token.txt").toAbsolutePath())),
                        Map.of("X-Tenant", "acme")));
    }

    @Test
    void sameFileReadTwiceGivesEqualNodes() {
        Path file = FOLDER.resolve("valid-every-common-key.yaml");

        assertThat(valid(file).nodes()).isEqualTo(valid(file).nodes());
        assertThat(valid(file).networks()).isEqualTo(valid(file).networks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes: []", "\uFEFFnodes: []", "networks: []\r\nnodes: []\r\n", "---\nnodes: []\n..."})
    void fleetMayBeEmpty(String text) throws IOException {
        assertThat(valid(write(text)).nodes()).isEmpty();
    }

    @Test
    void noMoreThanAHundredProblemsAreKept() throws IOException {
        assertThat(broken(write("nodes:\n" + "  - x\n".repeat(150)))).hasSize(100);
    }

    @Test
    void fileOverTheSizeCapIsNotRead() throws IOException {
        assertThat(broken(write("#".repeat(InventorySource.MOST_BYTES) + "\nnodes: []")))
                .extracting(Problem::toString)
                .containsExactly("nodesonde.yaml:1:1 found more than 4 MiB, expected an inventory file: correct the"
                        + " path, or put the file there");
    }

    @Test
    void fileThatIsNotThereIsBroken() {
        assertThat(broken(folder.resolve("nodesonde.yaml")))
                .extracting(Problem::found)
                .containsExactly("no such file");
        assertThat(broken(folder)).extracting(Problem::found).containsExactly("a folder");
    }

    @Test
    void tenThousandNodesRead() throws IOException {
        var text = new StringBuilder("networks:\n  - { name: devnet-4, type: lean }\nnodes:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("  - id: lean-%1$d\n    network: devnet-4\n    url: http://lean-%1$d:8008\n".formatted(i));
            text.append("    labels: { region: eu, team: acme, rack: r-%d }\n".formatted(i));
        }

        assertThat(valid(write(text.toString())).nodes()).hasSize(10_000);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("nodesonde.yaml"), text);
    }

    private Fleet valid(Path file) {
        return switch (reader.read(file)) {
            case InventoryContents.Valid(Fleet fleet) -> fleet;
            case InventoryContents.Broken(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private List<Problem> broken(Path file) {
        return switch (reader.read(file)) {
            case InventoryContents.Valid(Fleet fleet) -> throw new AssertionError("reads as " + fleet.nodes());
            case InventoryContents.Broken(List<Problem> problems) -> problems;
        };
    }

    private static Node node(Fleet fleet, String id) {
        return Optional.ofNullable(fleet.nodes().get(new NodeId(id))).orElseThrow();
    }
}
