package io.github.nodesonde.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.nodesonde.documentation.InventoryKeys.Entry;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.NodeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the schema that editors use for the inventory, and its reader, together. */
class InventorySchemaTests {

    private static final Path FILE = Path.of("src/main/resources/schema/nodesonde.schema.json");
    private static final Pattern README_YAML = Pattern.compile("```yaml\n(networks:.*?)```", Pattern.DOTALL);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("a whole number from ([0-9]+) to ([0-9]+)");
    private static final Pattern NAMES = Pattern.compile("one of ([-a-z, ]+)(; or a list of these)?");

    private final JsonNode json = JsonMapper.shared().readTree(FILE);
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json);
    private final InventoryReader reader = new InventoryReader(ProgramBeans.of(NodeKind.class));

    @TempDir
    private Path folder;

    @Test
    void inventoryToBeginWithHasNoMistake() throws IOException {
        Path example = Path.of("deploy/inventory/example.yaml");

        assertThat(reader.read(example)).isInstanceOf(InventoryContents.Valid.class);
        assertThat(errors(Files.readString(example))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"genlayer", "lean"})
    void keysAndWhatTheyTakeAreThoseOfTheReader(String kind) {
        var keys = new InventoryKeys(folder);
        for (Entry entry : Entry.values()) {
            Map<String, String> read = keys.of(entry, kind);
            Map<String, JsonNode> described = leaves(entry, kind);

            assertThat(described.keySet()).as("%s of %s", entry, kind).isEqualTo(new TreeSet<>(read.keySet()));
            described.forEach(
                    (key, value) -> assertThat(takes(value)).as(key).isEqualTo(comparable(read.getOrDefault(key, ""))));
        }
    }

    @Test
    void kindsAreThoseThatThereAre() {
        assertThat(texts(json.at("/$defs/type/enum")))
                .isEqualTo(new TreeSet<>(ProgramBeans.of(NodeKind.class).stream()
                        .map(NodeKind::type)
                        .toList()));
    }

    static Stream<String> validInventories() throws IOException {
        Matcher readme = README_YAML.matcher(Files.readString(Path.of("README.md")));
        assertThat(readme.find()).isTrue();
        return Stream.of(readme.group(1), "nodes: []", """
                networks:
                  - name: bradbury
                    type: genlayer
                    interval: 15s
                    timeout: 500ms
                    complete: true
                    skip: metrics
                    health: { down-when: any, min-up: 2 }
                    rules: { down-after: 3, confirm-after: 1s, certificate-expiring: 30d, priming-due: 2h,
                             balance-low-gen: 0.5, blocks-behind: 5, disk-free-ratio: 0.2, open-fds-ratio: 1 }
                    staking:
                      source: rpc
                      rpc-url: [ "https://rpc.example.org", "http://10.0.0.5:9151/key" ]
                      contract: "0x4A4449E617F8D10FDeD0b461CadEf83939E821A5"
                      interval: 30s
                      timeout: 5s
                      activation-epochs: 2
                      unbonding-epochs: 7
                      cli: { command: [genlayer], network: testnet-bradbury, timeout: 30s, concurrency: 2 }
                  - { name: asimov, type: genlayer, skip: [staking, metrics, balance], staking: { source: cli, cli: { network: testnet-asimov } } }
                  - { name: studio, type: genlayer, staking: { source: none } }
                nodes:
                  - id: 17
                    network: bradbury
                    type: genlayer
                    url: HTTPS://validator-1.example.org:9153/ops/
                    validator: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
                    labels: { region: eu, version_line: 1.10, spare: true }
                    auth: { basic: { username: me, password-file: secret }, headers: { X-Tenant: acme } }
                """, """
                networks:
                  - name: devnet-4
                    type: lean
                    genesis-time: 1767225600
                    seconds-per-slot: 4
                    slots-per-epoch: 32
                    skip: []
                    rules: { lag-slots: 8, lag-clear-slots: 0, chain-stall-slots: 16 }
                nodes:
                  - { id: a, network: devnet-4, url: "http://[::1]:8008", client: auto, skip: [health], interval: 4s, timeout: 1m }
                  - id: b
                    network: devnet-4
                    api: http://10.0.0.7:8008
                    metrics: https://10.0.0.7:8009
                    auth: { bearer-token-file: secret, tls: { server-name: b.internal } }
                """);
    }

    @ParameterizedTest
    @MethodSource("validInventories")
    void validInventoryPassesBoth(String text) throws IOException {
        assertThat(contents(text)).isInstanceOf(InventoryContents.Valid.class);
        assertThat(errors(text)).isEmpty();
    }

    static Stream<String> brokenInventories() {
        String network = "networks: [ { name: n, type: lean%s } ]\nnodes: []";
        String node = "networks: [ { name: n, type: lean } ]\nnodes: [ { id: a, network: n%s } ]";
        String atUrl = node.formatted(", url: 'http://10.0.0.7:8008'%s");
        return Stream.of(
                        Stream.of(
                                "networks: []",
                                "nodes: []\nfoo: bar",
                                "nodes: {}",
                                "networks: {}\nnodes: []",
                                "networks: [ { name: n } ]\nnodes: []",
                                "networks: [ { name: n, type: leen } ]\nnodes: []",
                                "networks: [ { name: N_4, type: lean } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, genesis-time: 0 } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, rules: { lag-slots: 4 } } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, staking: {} } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, staking: { source: chain } } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, staking: { source: cli } } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, staking: { source: cli, cli: { network: -x } } } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, staking: { source: none, contract: '0x12' } } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer, staking: { source: none, rpc-url: [] , interval: 5 } } ]\nnodes: []",
                                "networks: [ { name: n, type: lean, staking: { source: none } } ]\nnodes: []",
                                "networks: [ { name: n, type: lean, skip: staking } ]\nnodes: []",
                                "networks: [ { name: n, type: genlayer } ]\n"
                                        + "nodes: [ { id: a, network: n, type: genlayer, api: 'http://a', metrics: 'http://a' } ]"),
                        Stream.of(
                                        ", intervall: 4s",
                                        ", interval: 15",
                                        ", interval: 0s",
                                        ", timeout: 2 minutes",
                                        ", complete: 'yes'",
                                        ", genesis-time: '1767225600'",
                                        ", seconds-per-slot: 0",
                                        ", skip: [balance]",
                                        ", health: majority",
                                        ", health: { down-when: MAJORITY }",
                                        ", health: { min-up: -1 }",
                                        ", rules: { down-after: 13 }",
                                        ", rules: { lag-slotz: 4 }",
                                        ", rules:")
                                .map(network::formatted),
                        Stream.of(
                                        "",
                                        ", url: 10.0.0.7:8008",
                                        ", url: 'ftp://10.0.0.7'",
                                        ", url: 'http://me:secret@10.0.0.7'",
                                        ", url: 'http://10.0.0.7/?token=secret'",
                                        ", url: 'http://[fe80::1%eth0]'",
                                        ", api: 'http://10.0.0.7'",
                                        ", url: 'http://10.0.0.7', api: 'http://10.0.0.7', metrics: 'http://10.0.0.7'")
                                .map(node::formatted),
                        Stream.of(
                                        ", type: lean, validator: '0x1111111111111111111111111111111111111111'",
                                        ", client: zeem",
                                        ", labels: { job: a }",
                                        ", labels: { __meta: a }",
                                        ", labels: { data-center: a }",
                                        ", labels: { zone: [a] }",
                                        ", labels:",
                                        ", auth: { bearer-token: abc }",
                                        ", auth: { bearer-token-file: secret, basic: { username: a, password-file: secret } }",
                                        ", auth: { basic: { username: a } }",
                                        ", auth: { basic: { username: 'a:b', password-file: secret } }",
                                        ", auth: { headers: { 'a b': c } }",
                                        ", auth: { tls: { key-file: secret } }",
                                        ", auth: { tls: { server-name: 'https://a' } }",
                                        ", auth: { tls: { ca: secret } }")
                                .map(atUrl::formatted))
                .flatMap(texts -> texts);
    }

    @ParameterizedTest
    @MethodSource("brokenInventories")
    void brokenInventoryPassesNeither(String text) throws IOException {
        assertThat(contents(text)).isInstanceOf(InventoryContents.Broken.class);
        assertThat(errors(text)).isNotEmpty();
    }

    private InventoryContents contents(String text) throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret");
        return reader.read(Files.writeString(folder.resolve("nodesonde.yaml"), text));
    }

    private List<Error> errors(String text) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return schema.validate(JsonMapper.shared().valueToTree(loaded));
    }

    /** The keys of an entry that a kind may have, by path, with what the schema says of each. */
    private Map<String, JsonNode> leaves(Entry entry, String kind) {
        JsonNode described = json.at(entry == Entry.NETWORK ? "/$defs/network" : "/$defs/node");
        JsonNode without = JsonMapper.shared().createObjectNode();
        for (JsonNode rule : described.path("allOf")) {
            if (rule.at("/if/properties/type/const").asString().equals(kind)) {
                without = rule.at("/then/properties");
            }
        }
        var leaves = new TreeMap<String, JsonNode>();
        collect(described, without, "", leaves);
        return leaves;
    }

    private void collect(JsonNode described, JsonNode without, String above, Map<String, JsonNode> leaves) {
        for (Map.Entry<String, JsonNode> property : described.path("properties").properties()) {
            JsonNode ofKind = without.path(property.getKey());
            if (ofKind.isBoolean()) {
                continue;
            }
            JsonNode value = resolved(ofKind.has("$ref") ? ofKind : property.getValue());
            String path = above + property.getKey();
            if (value.has("properties")) {
                collect(value, ofKind.path("properties"), path + ".", leaves);
            } else {
                leaves.put(path, value);
            }
        }
    }

    private JsonNode resolved(JsonNode value) {
        return value.has("$ref") ? json.at(value.path("$ref").asString().substring(1)) : value;
    }

    /** What the reader takes, where the schema can say the same; empty elsewhere. */
    private static String comparable(String takes) {
        Matcher names = NAMES.matcher(takes);
        if (names.matches()) {
            return new TreeSet<>(Arrays.asList(names.group(1).split(", "))).toString();
        }
        return takes.equals("true or false") || WHOLE_NUMBER.matcher(takes).matches() ? takes : "";
    }

    private String takes(JsonNode value) {
        if (value.path("type").asString("").equals("boolean")) {
            return "true or false";
        }
        if (value.path("type").asString("").equals("integer")) {
            return "a whole number from " + value.path("minimum").asLong() + " to "
                    + value.path("maximum").asLong();
        }
        JsonNode one = value.has("anyOf") ? resolved(value.at("/anyOf/0")) : value;
        return one.has("enum") ? texts(one.path("enum")).toString() : "";
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
