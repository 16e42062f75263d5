package io.github.nodesonde.exposition;

import static io.github.nodesonde.exposition.TextFormat.OPENMETRICS_1_0_0;
import static io.github.nodesonde.exposition.TextFormat.PROMETHEUS_1_0_0;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mutated pages of the corpus: whatever the bytes, reading them ends in a page or in {@link UnreadablePage}, and what was
 * read is written and read back the same. How many inputs is told by {@code nodesonde.fuzz.inputs}.
 */
class ExpositionFuzzTests {

    private static final int INPUTS = Integer.getInteger("nodesonde.fuzz.inputs", 20_000) / 4;

    private static final List<String> SCRAPS = List.of(
            "\n",
            "\r",
            "\"",
            "\\",
            "{",
            "}",
            ",",
            "=",
            " ",
            "#",
            "# TYPE ",
            "# HELP ",
            "# EOF\n",
            "histogram",
            "counter",
            "_total",
            "_bucket",
            "_created",
            "_sum",
            "le=\"1.0\"",
            "le=\"1\"",
            "quantile=\"0\"",
            "NaN",
            "+Inf",
            "1e999",
            "-0",
            "__",
            "{\"",
            "\u00e9",
            "\uFFFD",
            "\0",
            "0123456789012345678901234567890",
            "node=\"x\"",
            "exported_node=\"x\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedPagesOfThisSeedAreReadAndWrittenAlike(long seed) {
        fuzz(seed);
    }

    @Test
    void mutatedPagesOfAnySeedAreReadAndWrittenAlike() {
        long seed = new Random().nextLong();
        System.out.println("Mutating pages with seed " + seed);
        fuzz(seed);
    }

    private static void fuzz(long seed) {
        var random = new Random(seed);
        List<Corpus> corpus = Corpus.all();
        List<byte[]> bodies = corpus.stream().map(Corpus::bytes).toList();
        List<Page> pages = corpus.stream().map(Corpus::page).toList();
        for (int i = 0; i < INPUTS; i++) {
            int which = random.nextInt(bodies.size());
            byte[] mutated = mutated(bodies.get(which), bodies.get(random.nextInt(bodies.size())), random);
            TextFormat format = corpus.get(random.nextInt(10) == 0 ? random.nextInt(corpus.size()) : which)
                    .format();
            try {
                check(mutated, format, pages.get(which));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed %d, input %d, %s: %s"
                                .formatted(seed, i, format, new String(mutated, StandardCharsets.ISO_8859_1)),
                        e);
            }
        }
    }

    private static void check(byte[] body, TextFormat format, Page before) {
        Page page;
        try {
            page = PageReader.read(body, format.contentType(), Optional.empty());
        } catch (UnreadablePage e) {
            assertThat(e.getMessage()).hasSizeLessThan(200);
            return;
        }
        assertThat(page.size()).isLessThanOrEqualTo(PageReader.MAX_SERIES);
        assertThat(again(body, format, Optional.of(before))).isEqualTo(page);
        assertThat(again(body, format, Optional.of(page))).isEqualTo(page);
        if (page.size() == 0) {
            return;
        }
        String text = Pages.write(page, format);
        Page written = Pages.read(text, format);
        assertThat(written.leftOut()).isEmpty();
        if (format == OPENMETRICS_1_0_0) {
            assertThat(Pages.write(written, format)).isEqualTo(text);
        } else {
            assertThat(written.families()).isEqualTo(page.families());
            assertThat(Pages.read(Pages.write(page, PROMETHEUS_1_0_0), format).families())
                    .isEqualTo(page.families());
        }
    }

    private static Page again(byte[] body, TextFormat format, Optional<Page> before) {
        try {
            return PageReader.read(body, format.contentType(), before);
        } catch (UnreadablePage e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mutated(byte[] body, byte[] other, Random random) {
        byte[] bytes = body;
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(10) == 0 ? 500 : 12));
            bytes = switch (random.nextInt(6)) {
                case 0 ->
                    spliced(
                            bytes,
                            at,
                            at,
                            SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(StandardCharsets.UTF_8));
                case 1 -> spliced(bytes, at, at + length, new byte[0]);
                case 2 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
                case 3 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 4 -> {
                    int from = random.nextInt(other.length);
                    yield spliced(
                            bytes, at, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + 40 * length)));
                }
                default ->
                    spliced(
                            bytes,
                            at,
                            at + length,
                            SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(StandardCharsets.UTF_8));
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + piece.length);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(bytes, to, spliced, from + piece.length, bytes.length - to);
        return spliced;
    }
}
