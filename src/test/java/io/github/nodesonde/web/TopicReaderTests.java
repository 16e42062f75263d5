package io.github.nodesonde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TopicReaderTests {

    private static final String HASH = "0x" + "ab".repeat(32);

    private final TopicReader reader = new TopicReader(Set.of("a-0", "a-1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxSlot          | 94                          | max slot      | 94",
                "spreadSlots      | 6                           | spread        | 6 slots",
                "skewSlots        | -1                          | skew          | -1 slot",
                "depthBlocks      | 0                           | depth         | 0 blocks",
                "secondsUntilNext | 52200                       | until next    | 14 h 30 min",
                "durationSeconds  | 0.012                       | duration      | 12 ms",
                "stakeGen         | '\"42000.000000000000000001\"' | stake      | 42,000.000000000000000001 GEN",
                "ratio            | 0.7777777777777778          | ratio         | 0.7778",
                "validators       | 9                           | validators    | 9",
                "met              | true                        | met           | yes",
                "overdue          | false                       | overdue       | no",
                "since            | null                        | since         | –",
                "lagging          | []                          | lagging       | none",
                "state            | '\"forked\"'                | state         | forked",
                "genesisAt        | '\"not a time\"'            | genesis at    | not a time"
            })
    void valueIsSaidByTheConventionsOfItsName(String name, String json, String label, String words) {
        assertThat(reader.read(name, JsonMapper.shared().readTree(json)))
                .isEqualTo(new Shown.Labelled(label, new Shown.Words(words)));
    }

    @Test
    void timeIsAMoment() {
        assertThat(read("genesisAt", "\"2026-11-22T03:46:28Z\""))
                .isEqualTo(new Shown.Labelled(
                        "genesis", new Shown.Moment(Instant.parse("2026-11-22T03:46:28Z"), "2026-11-22 03:46:28 UTC")));
        assertThat(read("asOf", "\"2026-11-22T03:46:28Z\"").label()).isEqualTo("as of");
    }

    @Test
    void nodesOfTheInventoryAreLinkedAndOthersAreText() {
        assertThat(read("nodes", "[\"a-0\", \"a-1\"]").value()).isEqualTo(new Shown.Nodes(List.of("a-0", "a-1")));
        assertThat(read("node", "\"a-1\"").value()).isEqualTo(new Shown.Nodes(List.of("a-1")));
        assertThat(read("nodes", "[\"a-0\", \"else\"]").value()).isEqualTo(new Shown.Words("a-0, else"));
    }

    @Test
    void hashIsShortenedToBothEnds() {
        assertThat(read("headRoot", "\"" + HASH + "\"").value()).isEqualTo(new Shown.Code("0xababab…ababab", HASH));
    }

    @Test
    void objectsOfAListAreRows() {
        assertThat(read("lagging", "[{\"node\": \"a-0\", \"behindSlots\": 6}, {\"node\": \"a-1\", \"behindSlots\": 1}]")
                        .value())
                .isEqualTo(new Shown.Table(
                        List.of("node", "behind"),
                        List.of(
                                List.of(new Shown.Nodes(List.of("a-0")), new Shown.Words("6 slots")),
                                List.of(new Shown.Nodes(List.of("a-1")), new Shown.Words("1 slot")))));
    }

    private Shown.Labelled read(String name, String json) {
        return reader.read(name, JsonMapper.shared().readTree(json));
    }
}
