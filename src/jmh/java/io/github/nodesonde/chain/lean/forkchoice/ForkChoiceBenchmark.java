package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.bench.Peer;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reading one tree of 512 blocks, and seeing 500 nodes that tell such trees together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ForkChoiceBenchmark {

    private static final int NODES = 500;
    private static final int BLOCKS = 512;

    /** How many different trees the nodes tell: few when they agree, as many as nodes at worst. */
    @Param({"4", "500"})
    public int trees;

    private final JsonFactory jackson = new JsonFactory();
    private final ForkChoices remembering = new ForkChoices();
    private final Node same = Told.node("same");
    private Reply reply = Answer.reply("{}");
    private byte[] body = {};
    private List<ToldTree> network = List.of();

    @Setup
    public void tell() throws BadAnswer {
        reply = Answer.ofChain(1000, 1000 + BLOCKS - 1).reply();
        body = Answer.ofChain(1000, 1000 + BLOCKS - 1).toString().getBytes(StandardCharsets.UTF_8);
        remembering.read(same, reply);
        var chains = new ArrayList<Chain>();
        for (int tree = 0; tree < trees; tree++) {
            long head = 2000 - tree % 7;
            chains.add(Told.branch(head, tree, head - tree % 50, head - BLOCKS + 1));
        }
        var told = new ArrayList<ToldTree>();
        for (int node = 0; node < NODES; node++) {
            Chain chain = chains.get(node % trees);
            told.add(Told.tree(
                    "node-" + node,
                    chain,
                    chain.at(1800).orElseThrow(),
                    List.of(Told.NOON, Told.NOON.minus(Duration.ofSeconds(4)))));
        }
        network = List.copyOf(told);
    }

    @Benchmark
    @Peer("streamTokens")
    public ForkChoice readTree() throws BadAnswer {
        return ForkChoiceReader.read(reply);
    }

    @Benchmark
    @Peer("streamTokens")
    public ForkChoice readTreeByTokens() throws BadAnswer {
        return ForkChoiceReader.readTokens(reply);
    }

    @Benchmark
    @Peer("streamTokens")
    public ForkChoice skipUnchangedTree() throws BadAnswer {
        return remembering.read(same, reply);
    }

    /** The same bytes, every token visited and nothing kept: what any reader by this parser costs at least. */
    @Benchmark
    public long streamTokens() {
        long tokens = 0;
        try (JsonParser json = jackson.createParser(ObjectReadContext.empty(), body)) {
            while (json.nextToken() != null) {
                tokens += json.getStringLength();
            }
        }
        return tokens;
    }

    @Benchmark
    public ForkChoiceView seeNetwork() {
        return ForkChoiceView.of(network, Told.NOWHERE_ELSE, ForkLimits.DEFAULT, Told.NOON, Optional.empty());
    }
}
