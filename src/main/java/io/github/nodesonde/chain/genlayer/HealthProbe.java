package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.GenvmModule;
import io.github.nodesonde.chain.genlayer.ops.HealthReader;
import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks {@code /health} of the ops port. A node that is down says so with status 503 and the same body, which is an answer.
 *
 * <pre>
 * genlayer_health_up 1
 * genlayer_validating_up 1
 * genlayer_zksync_rpc_up 1
 * genlayer_zksync_ws_up 1
 * genlayer_health_check_up{check="validating"} 1
 * genlayer_node_version_info{version="v0.4.2"} 1
 * genlayer_genvm_version_info{version="v0.2.7"} 1
 * genlayer_protocol_version_info{version="v0.4:1dd08066"} 1
 * genlayer_genvm_module_state{module="llm",state="healthy"} 1
 * genlayer_genvm_module_state{module="llm",state="suspect"} 0
 * genlayer_genvm_module_state{module="llm",state="degraded"} 0
 * genlayer_genvm_module_state{module="llm",state="unknown"} 0
 * </pre>
 */
@Component
@Order(1)
final class HealthProbe implements NodeProbe.OfNode {

    static final String NAME = "health";

    @Override
    public String type() {
        return GenLayerKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        var settings = (GenLayerSettings) newest.node().settings();
        return Optional.of(new Question.Get(settings.at("/health")));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        HealthReport report = report(reply);
        return new ProbeResult.Answered(readings(seen.node(), report), Optional.empty(), Optional.of(report));
    }

    private static HealthReport report(Reply reply) throws BadAnswer {
        if (reply.status() == 200) {
            return HealthReader.read(StrictJson.object(reply));
        }
        if (reply.status() < 500) {
            throw BadAnswer.refused(reply);
        }
        try {
            return HealthReader.read(StrictJson.object(reply));
        } catch (BadAnswer _) {
            // Some proxy's error page rather than the node's own word.
            throw BadAnswer.refused(reply);
        }
    }

    private static List<Reading> readings(Node node, HealthReport report) {
        var readings = new ArrayList<Reading>();
        readings.add(flag(node, GenLayerSignals.HEALTH_UP, report.up()));
        report.check(HealthReport.VALIDATING)
                .ifPresent(check -> readings.add(flag(node, GenLayerSignals.VALIDATING_UP, check.up())));
        report.check("zksync", "zksync-connectivity")
                .ifPresent(check -> readings.add(flag(node, GenLayerSignals.ZKSYNC_RPC_UP, check.up())));
        report.check("zksync-websocket")
                .ifPresent(check -> readings.add(flag(node, GenLayerSignals.ZKSYNC_WS_UP, check.up())));
        report.checks()
                .forEach((name, check) -> readings.add(
                        flag(node, GenLayerSignals.HEALTH_CHECK_UP, check.up()).with("check", name)));
        report.nodeVersion().ifPresent(text -> readings.add(version(node, GenLayerSignals.NODE_VERSION, text)));
        report.genvmVersion().ifPresent(text -> readings.add(version(node, GenLayerSignals.GENVM_VERSION, text)));
        report.protocolVersion().ifPresent(text -> readings.add(version(node, GenLayerSignals.PROTOCOL_VERSION, text)));
        report.modules().forEach((name, module) -> addStates(readings, node, name, module));
        return readings;
    }

    private static void addStates(List<Reading> readings, Node node, String name, GenvmModule module) {
        for (GenvmModule.State state : GenvmModule.State.values()) {
            readings.add(flag(node, GenLayerSignals.GENVM_MODULE_STATE, state == module.state())
                    .with("module", name)
                    .with("state", state.label()));
        }
    }

    private static Reading flag(Node node, Signal signal, boolean up) {
        return Reading.reported(node, signal, up ? 1 : 0);
    }

    private static Reading version(Node node, Signal signal, String version) {
        return Reading.reported(node, signal, 1).with("version", version);
    }
}
