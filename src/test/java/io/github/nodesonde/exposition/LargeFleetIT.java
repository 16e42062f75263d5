package io.github.nodesonde.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million series, in the heap that integration tests are given: pages, merging and writing together. */
class LargeFleetIT {

    private static final int NODES = 10_000;
    private static final int FAMILIES = 10;
    private static final int SERIES = 100;

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void aMillionSeriesOfNodesThatShareNoLabelsAreWrittenFromASmallHeap(TextFormat format) throws Exception {
        var out = new Counted();

        format.write(PageMerger.merge(Page.EMPTY, fleet(true)), out);

        assertThat(out.lines).isGreaterThan(NODES * SERIES).isLessThanOrEqualTo(NODES * SERIES + 2 * FAMILIES + 1);
        assertThat(out.largest).isLessThanOrEqualTo(16_384);
    }

    @Test
    void nodesOfOneVersionShareAllButTheirValues() throws Exception {
        List<LabelledPage> fleet = fleet(false);

        assertThat(fleet.stream().map(labelled -> labelled.page().shape()).distinct())
                .hasSize(1);
    }

    private static List<LabelledPage> fleet(boolean ownLabels) throws UnreadablePage {
        var fleet = new ArrayList<LabelledPage>(NODES);
        for (int node = 0; node < NODES; node++) {
            String address = ownLabels ? "0x%040x".formatted(node) : "0x0";
            byte[] body = body(address, node).getBytes(StandardCharsets.UTF_8);
            Page page = PageReader.read(body, "text/plain", Optional.empty());
            fleet.add(new LabelledPage(page, Map.of("node", "node-" + node, "network", "testnet")));
        }
        return fleet;
    }

    private static String body(String address, int node) {
        var body = new StringBuilder();
        for (int family = 0; family < FAMILIES; family++) {
            body.append("# HELP example_number_of_things_")
                    .append(family)
                    .append(" Things.\n# TYPE example_number_of_things_");
            body.append(family).append(" gauge\n");
            for (int i = 0; i < SERIES / FAMILIES; i++) {
                body.append("example_number_of_things_").append(family);
                body.append("{node=\"")
                        .append(address)
                        .append("\",part=\"")
                        .append(i)
                        .append("\"} ");
                body.append(node + i).append('\n');
            }
        }
        return body.toString();
    }

    private static final class Counted extends OutputStream {
        private int lines;
        private int largest;

        @Override
        public void write(int b) {
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            largest = Math.max(largest, length);
            for (int i = offset; i < offset + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
