package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    private static final String TEXT = "--logging.structured.format.console=io.github.nodesonde.cli.TextLogFormat";
    private static final String JSON = "--logging.structured.format.console=io.github.nodesonde.cli.JsonLogFormat";
    private static final PropertyNames KNOWN = PropertyNames.ofClassPath();

    static Stream<Arguments> serving() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("--port 9000", List.of("--server.port=9000")),
                Arguments.of("--port=9000", List.of("--server.port=9000")),
                Arguments.of("--port=0", List.of("--server.port=0")),
                Arguments.of("--metrics-port 9001", List.of("--management.server.port=9001")),
                Arguments.of("--rpc-port 9002", List.of("--nodesonde.rpc-port=9002")),
                Arguments.of("--inventory a.yaml", List.of("--nodesonde.demo=false", "--nodesonde.inventory=a.yaml")),
                Arguments.of(
                        "--inventory=a=b.yaml", List.of("--nodesonde.demo=false", "--nodesonde.inventory=a=b.yaml")),
                Arguments.of("--demo", List.of("--nodesonde.demo=true")),
                Arguments.of(
                        "--log-level debug",
                        List.of("--logging.level.io.github.nodesonde=debug", "--logging.level.root=info")),
                Arguments.of(
                        "--log-level WARN",
                        List.of("--logging.level.io.github.nodesonde=warn", "--logging.level.root=warn")),
                Arguments.of("--log-format json", List.of(JSON)),
                Arguments.of("--log-format=TEXT", List.of(TEXT)),
                Arguments.of("--server.port=1 --demo", List.of("--nodesonde.demo=true", "--server.port=1")),
                Arguments.of("--port 1 --server.port=2", List.of("--server.port=2")),
                Arguments.of("--logging.level.org.example=debug", List.of("--logging.level.org.example=debug")),
                Arguments.of("--nodesonde.inventoryPollInterval=1s", List.of("--nodesonde.inventoryPollInterval=1s")));
    }

    @ParameterizedTest
    @MethodSource("serving")
    void flagsBecomeProperties(String line, List<String> properties) {
        assertThat(parse(line, Map.of())).isEqualTo(new Command.Serve(properties));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1 | unknown flag --prot; did you mean --port?",
                "-port 1 | unknown flag -port; did you mean --port?",
                "--metric-port=1 | unknown flag --metric-port; did you mean --metrics-port?",
                "--whatever | unknown flag --whatever",
                "-x | unknown flag -x",
                "--port | --port needs a value: --port N",
                "--port --demo | --port needs a value: --port N",
                "--port x | --port: found 'x', expected a port from 0 to 65535",
                "--port 65536 | --port: found '65536', expected a port from 0 to 65535",
                "--port=-1 | --port: found '-1', expected a port from 0 to 65535",
                "--port 1 --port 2 | --port is given twice",
                "--server.port=1 --server.port=2 | --server.port is given twice",
                "--inventory= | --inventory: found '', expected a path",
                "--demo=yes | --demo takes no value",
                "--demo --inventory a | --demo and --inventory exclude each other: the demo has nodes of its own",
                "--log-level loud | --log-level: found 'loud', expected trace, debug, info, warn, error or off",
                "--log-format xml | --log-format: found 'xml', expected text or json",
                "--server.prot=1 | unknown property --server.prot; did you mean --server.port?",
                "--nodesonde.inventry=a | unknown property --nodesonde.inventry; did you mean --nodesonde.inventory?",
                "--no.such.thing.at.all=1 | unknown property --no.such.thing.at.all",
                "--server.port | --server.port needs a value: --server.port=VALUE",
                "valdate a | unknown command valdate; did you mean validate?",
                "frobnicate | unknown command frobnicate",
                "validate | write validate FILE, and no other word",
                "validate a b | write validate FILE, and no other word",
                "version now | write version, and no other word",
                "import a | write import PROGRAM FILE, and no other word",
                "import a b c | write import PROGRAM FILE, and no other word",
                "validate a --demo | validate does not take --demo",
                "healthcheck --port 1 | healthcheck does not take --port",
                "validate a --server.port=1 | validate does not take --server.port",
                "probe | write probe NODE, and no other word",
                "probe a --demo | probe does not take --demo",
                "validate a --json | validate does not take --json",
                "--json | --json goes with probe NODE"
            })
    void wrongWordIsNamedWithTheNearestRightOne(String line, String message) {
        assertThatThrownBy(() -> parse(line, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "--port 1 --help", "validate --help", "validate a --help"})
    void helpIsGivenWhereverItIsAskedFor(String line) {
        assertThat(parse(line, Map.of())).isEqualTo(new Command.Help());
    }

    @Test
    void subcommandsAreRead() {
        assertThat(parse("validate a.yaml", Map.of())).isEqualTo(new Command.Validate("a.yaml"));
        assertThat(parse("import p a.yaml", Map.of())).isEqualTo(new Command.Import("p", "a.yaml"));
        assertThat(parse("version", Map.of())).isEqualTo(new Command.Version());
        assertThat(parse("healthcheck", Map.of())).isEqualTo(new Command.Healthcheck(8008));
        assertThat(parse("healthcheck --metrics-port 9", Map.of())).isEqualTo(new Command.Healthcheck(9));
        assertThat(parse("healthcheck", Map.of("MANAGEMENT_SERVER_PORT", "9"))).isEqualTo(new Command.Healthcheck(9));
    }

    @Test
    void probeTakesItsInventoryFromFlagOrVariableAndPropertiesAsTheyAre() {
        var variable = Map.of("NODESONDE_INVENTORY", "b.yaml");

        assertThat(parse("probe a", Map.of())).isEqualTo(new Command.Probe("a", "", false, List.of()));
        assertThat(parse("probe a", variable)).isEqualTo(new Command.Probe("a", "b.yaml", false, List.of()));
        assertThat(parse("probe a --json --inventory a.yaml --nodesonde.transport.keep-idle=1s", variable))
                .isEqualTo(new Command.Probe("a", "a.yaml", true, List.of("--nodesonde.transport.keep-idle=1s")));
    }

    @ParameterizedTest
    @CsvSource({
        "NODESONDE_LOG_LEVEL, error, error",
        "LEANSPEC_LOG_LEVEL, ERROR, error",
        "LEANSPEC_LOG_LEVEL, WARNING, warn",
        "LEANSPEC_LOG_LEVEL, CRITICAL, error"
    })
    void variableStandsForALogLevelThatIsNotGiven(String variable, String value, String level) {
        assertThat(parse("", Map.of(variable, value)))
                .isEqualTo(new Command.Serve(
                        List.of("--logging.level.io.github.nodesonde=" + level, "--logging.level.root=" + level)));
    }

    @Test
    void ownVariableGoesBeforeTheOtherProgramsAndTheFlagBeforeBoth() {
        var both = Map.of("NODESONDE_LOG_LEVEL", "error", "LEANSPEC_LOG_LEVEL", "warn");

        assertThat(parse("", both))
                .isEqualTo(new Command.Serve(
                        List.of("--logging.level.io.github.nodesonde=error", "--logging.level.root=error")));
        assertThat(parse("--log-level off", both))
                .isEqualTo(new Command.Serve(
                        List.of("--logging.level.io.github.nodesonde=off", "--logging.level.root=off")));
    }

    @Test
    void emptyVariableIsNone() {
        assertThat(parse("", Map.of("NODESONDE_LOG_LEVEL", "", "NODESONDE_INVENTORY", "")))
                .isEqualTo(new Command.Serve(List.of()));
    }

    @Test
    void wrongVariableIsNamed() {
        assertThatThrownBy(() -> parse("", Map.of("NODESONDE_LOG_FORMAT", "xml")))
                .hasMessage("NODESONDE_LOG_FORMAT: found 'xml', expected text or json");
    }

    @Test
    void demoThatIsAskedForGoesBeforeTheInventoryOfTheEnvironment() {
        assertThat(parse("--demo", Map.of("NODESONDE_INVENTORY", "a.yaml")))
                .isEqualTo(new Command.Serve(List.of("--nodesonde.demo=true")));
    }

    @Test
    void helpNamesEveryFlagVariableAndCommand() {
        for (Flag flag : Flag.ALL) {
            assertThat(HelpText.text()).contains("  " + flag.usage() + " ");
            flag.environment().forEach(variable -> assertThat(HelpText.text()).contains(variable));
        }
        for (Subcommand subcommand : Subcommand.values()) {
            assertThat(HelpText.text()).contains("  " + subcommand.usage() + " ");
        }
    }

    private static Command parse(String line, Map<String, String> environment) {
        return CommandLine.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")), environment, () -> KNOWN);
    }
}
