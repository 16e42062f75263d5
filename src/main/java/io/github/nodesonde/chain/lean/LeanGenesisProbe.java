package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanGenesis;
import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.client.Restarts;
import io.github.nodesonde.chain.lean.client.WholeNumber;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks a node once when its chain began, and again when it may have become another. Where there is no place that tells, the
 * finalized state does: it begins with the time of genesis, eight bytes, the lowest first; the megabytes behind it are not
 * read.
 */
@Component
@Order(5)
final class LeanGenesisProbe implements NodeProbe.OfNode {

    static final String NAME = "genesis";

    private static final String GENESIS = "/lean/v0/genesis";
    private static final String STATE = "/lean/v0/states/finalized";
    /** Room for the JSON; of the state eight bytes are needed. */
    private static final int BEGINNING = 1024;

    private static final long LAST_SECOND_OF_YEAR_9999 = 253_402_300_799L;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @Override
    public String type() {
        return LeanNodeKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        boolean settled = Optional.ofNullable(newest.probes().get(NAME))
                .flatMap(ProbeState::newest)
                .filter(outcome -> !(outcome.result() instanceof ProbeResult.Failed))
                .isPresent();
        URI api = ((LeanNodeSettings) newest.node().settings()).api();
        return settled && !Restarts.mayHaveRestarted(newest)
                ? Optional.empty()
                : Optional.of(
                        new Question.Beginning(List.of(URI.create(api + GENESIS), URI.create(api + STATE)), BEGINNING));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        if (reply.status() == NOT_FOUND) {
            return new ProbeResult.Skipped("this client does not offer it");
        }
        if (reply.status() != OK) {
            throw BadAnswer.refused(reply);
        }
        LeanGenesis genesis =
                reply.url().getPath().endsWith(GENESIS) ? ofJson(StrictJson.object(reply)) : ofState(reply);
        return new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(genesis));
    }

    private static LeanGenesis ofJson(JsonNode body) throws BadAnswer {
        long seconds = WholeNumber.in(body, "genesis_time")
                .orElseThrow(() -> BadAnswer.malformed("the body has no genesis_time"));
        return new LeanGenesis(instant(seconds), WholeNumber.in(body, "validator_count"));
    }

    private static LeanGenesis ofState(Reply reply) throws BadAnswer {
        try (InputStream body = reply.open()) {
            byte[] first = body.readNBytes(Long.BYTES);
            if (first.length < Long.BYTES) {
                throw BadAnswer.malformed("the state is shorter than its first field");
            }
            long seconds = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
            return new LeanGenesis(instant(seconds), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be read", e);
        }
    }

    private static Instant instant(long seconds) throws BadAnswer {
        if (seconds < 1 || seconds > LAST_SECOND_OF_YEAR_9999) {
            throw BadAnswer.malformed("the time of genesis is none");
        }
        return Instant.ofEpochSecond(seconds);
    }
}
