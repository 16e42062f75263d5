package io.github.nodesonde.chain.genlayer.rpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON-RPC endpoint over real HTTP on a free loopback port, which answers for a contract and misbehaves as told. */
public final class RpcServer implements AutoCloseable {

    public static final long BLOCK = 501_900;

    private final ContractState contract;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    final AtomicInteger requests = new AtomicInteger();
    final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    final List<Long> ids = Collections.synchronizedList(new ArrayList<>());

    /** Batches larger than this are refused. */
    volatile int largestBatch = Integer.MAX_VALUE;

    /** How they are refused: the status and body of the answer. */
    volatile Answer refusal = new Answer(
            200, "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"batch too large\"}}");

    /** Changes the answers to a batch before they are sent. */
    volatile UnaryOperator<List<String>> mixing = UnaryOperator.identity();

    /** Answers every request so. */
    volatile Optional<Answer> always = Optional.empty();

    /** Answers calls with these first 10 characters of data so: the members of the answer beside its id. */
    volatile String brokenSelector = "";

    volatile String brokenAnswer = "";

    volatile String retryAfter = "";

    /** How long an answer is on its way. */
    private volatile Duration latency = Duration.ZERO;

    record Answer(int status, String body) {}

    public RpcServer(ContractState contract) {
        this.contract = contract;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rpc");
    }

    /** Answers every request so from now on. */
    public void answerAlways(int status, String body) {
        always = Optional.of(new Answer(status, body));
    }

    /** Every answer takes so long from now on. */
    public void delayBy(Duration time) {
        latency = time;
    }

    /** Lets go of what it remembers of requests, but for their number. */
    public void forget() {
        batches.clear();
        ids.clear();
    }

    /** How many requests came so far; a batch is one. */
    public int requestCount() {
        return requests.get();
    }

    /** A source that asks this endpoint. */
    public StakingSource source(Clock clock) {
        return new RpcStakingSource(
                List.of(new RpcEndpoint(url(), Duration.ofSeconds(20))),
                new StakingContract(ContractState.CONTRACT),
                clock);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = always.orElseGet(() -> answer(JsonMapper.shared().readTree(body)));
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        LockSupport.parkNanos(latency.toNanos());
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Answer answer(JsonNode request) {
        if (!request.isArray()) {
            return new Answer(200, single(request));
        }
        batches.add(request.size());
        if (request.size() > largestBatch) {
            return refusal;
        }
        List<String> answers = mixing.apply(StreamSupport.stream(request.spliterator(), false)
                .map(this::single)
                .collect(Collectors.toCollection(ArrayList::new)));
        return new Answer(200, answers.stream().collect(Collectors.joining(",", "[", "]")));
    }

    private String single(JsonNode request) {
        long id = request.path("id").asLong();
        ids.add(id);
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + members(request) + "}";
    }

    private String members(JsonNode request) {
        if (request.path("method").asString().equals("eth_blockNumber")) {
            return "\"result\":\"0x" + Long.toHexString(BLOCK) + "\"";
        }
        JsonNode call = request.path("params").path(0);
        String data = call.path("data").asString();
        if (!request.path("params").path(1).asString().equals("0x" + Long.toHexString(BLOCK))) {
            return "\"error\":{\"code\":-32000,\"message\":\"another block\"}";
        }
        if (!brokenSelector.isEmpty() && data.startsWith(brokenSelector)) {
            return brokenAnswer;
        }
        return contract.call(call.path("to").asString(), data)
                .map(result -> "\"result\":\"" + result + "\"")
                .orElse("\"error\":{\"code\":3,\"message\":\"execution reverted\"}");
    }
}
