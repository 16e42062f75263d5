package io.github.nodesonde.chain.beacon;

import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class BeaconStatusProbe implements NodeProbe.OfNode {

    static final String NAME = "status";
    static final Signal HEIGHT = Signal.gauge("beacon_height", "blocks", "Height of the newest block.");

    @Override
    public String type() {
        return BeaconKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        return newest.node().settings() instanceof BeaconKind.BeaconNode settings
                ? Optional.of(new Question.Get(URI.create(settings.url() + "/status")))
                : Optional.empty();
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        if (reply.status() != 200) {
            throw BadAnswer.refused(reply);
        }
        var body = StrictJson.object(reply);
        return new ProbeResult.Answered(
                List.of(Reading.reported(
                        seen.node(), HEIGHT, body.path("height").asDouble())),
                Optional.empty(),
                Optional.of(new Status(
                        body.path("version").asString(), body.path("committee").asBoolean())));
    }

    record Status(String version, boolean inCommittee) {}
}
