package io.github.nodesonde.demo.genlayer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.nodesonde.demo.SimulatedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The demo's chain as a server of its own, whose state a test sets block by block. It never moves by itself. Every test of
 * the staking contract may use it, whatever the source.
 */
public final class StandInChain implements AutoCloseable {

    /** Where the staking contract is. */
    public static final String CONTRACT = "0x63fa5e0bb10fb6fa98f44726c5518223f767687a";

    private static final long FIRST_BLOCK = 501_900;

    /** What may be wrong with the endpoint. */
    public enum Fault {
        /** A request is taken and never answered. */
        SILENT,
        /** HTTP status 503 with a text. */
        UNAVAILABLE,
        /** HTTP status 200 with a page for people. */
        PAGE_FOR_PEOPLE,
        /** HTTP status 200 with the error -32005. */
        RATE_LIMITED
    }

    private final ConcurrentNavigableMap<Long, Ledger> blocks = new ConcurrentSkipListMap<>();
    private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());
    private final AtomicReference<UnaryOperator<Setting>> roll = new AtomicReference<>(UnaryOperator.identity());
    private final AtomicInteger callsUntilRoll = new AtomicInteger(-1);
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Setting setting;

    private final ChainEndpoint endpoint = new ChainEndpoint(
            new Chain() {
                @Override
                public long head(Instant now) {
                    return blocks.lastKey();
                }

                @Override
                public Optional<Ledger> at(long block) {
                    return Optional.ofNullable(blocks.get(block));
                }
            },
            new StakingContract(CONTRACT));

    /** A chain whose first block holds this. */
    public StandInChain(Setting first) {
        setting = first;
        blocks.put(FIRST_BLOCK, first.ledger);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The number of the newest block. */
    public long head() {
        return blocks.lastKey();
    }

    /** Adds a block that holds what the newest does, but for a change. */
    public synchronized void change(UnaryOperator<Setting> change) {
        setting = change.apply(setting);
        blocks.put(blocks.lastKey() + 1, setting.ledger);
    }

    /** Adds such a block as soon as that many further requests have been answered. */
    public void changeAfter(int answered, UnaryOperator<Setting> change) {
        roll.set(change);
        callsUntilRoll.set(answered);
    }

    public void fail(Fault how) {
        fault.set(Optional.of(how));
    }

    public void recover() {
        fault.set(Optional.empty());
    }

    /** How many HTTP requests came. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            SimulatedAnswer answer = answer(asked);
            if (callsUntilRoll.decrementAndGet() == 0) {
                change(roll.get());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SimulatedAnswer answer(String asked) throws InterruptedException {
        Optional<Fault> wrong = fault.get();
        if (wrong.isEmpty()) {
            return endpoint.answer(asked, Instant.now());
        }
        return switch (wrong.get()) {
            case SILENT -> {
                end.await();
                yield SimulatedAnswer.notFound();
            }
            case UNAVAILABLE -> new SimulatedAnswer(503, "text/plain", "upstream unavailable");
            case PAGE_FOR_PEOPLE -> new SimulatedAnswer(200, "text/html", "<!doctype html><title>Hello</title>");
            case RATE_LIMITED ->
                SimulatedAnswer.json(
                        200,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"rate limit exceeded\"}}");
        };
    }

    /** A whole number of GEN, or one with decimals, in wei. */
    public static BigInteger gen(String amount) {
        return new BigDecimal(amount).movePointRight(18).toBigIntegerExact();
    }

    /** What the contract holds. Immutable; each method gives a changed copy. */
    public static final class Setting {

        private static final long DAY = 86_400;
        private static final long HOUR = 3_600;

        private final Ledger ledger;

        private Setting(Ledger ledger) {
            this.ledger = ledger;
        }

        /** Epochs of a day, the first one of an hour; no validators. */
        public static Setting of(long epoch, Instant started) {
            return new Setting(new Ledger(
                    epoch, started.getEpochSecond(), 0, Math.max(0, epoch - 2), HOUR, DAY, gen("42000"), 0, List.of()));
        }

        public Setting with(Validator... more) {
            var all = new ArrayList<>(ledger.validators());
            List.of(more).forEach(each -> all.add(each.kept()));
            return changed(ledger.epoch(), ledger.started(), ledger.ended(), ledger.paddedTo(), all);
        }

        /** The epoch's record has ended, and the next epoch has not started. */
        public Setting ended(Instant at) {
            return changed(
                    ledger.epoch(), ledger.started(), at.getEpochSecond(), ledger.paddedTo(), ledger.validators());
        }

        public Setting nextEpoch(Instant at) {
            return changed(ledger.epoch() + 1, at.getEpochSecond(), 0, ledger.paddedTo(), ledger.validators());
        }

        /** The list of active validators is filled up with zero addresses. */
        public Setting paddedTo(int length) {
            return changed(ledger.epoch(), ledger.started(), ledger.ended(), length, ledger.validators());
        }

        private Setting changed(long epoch, long started, long ended, int paddedTo, List<StakedValidator> validators) {
            return new Setting(new Ledger(
                    epoch,
                    started,
                    ended,
                    Math.max(0, epoch - 2),
                    ledger.zeroMinDuration(),
                    ledger.minDuration(),
                    ledger.minStake(),
                    paddedTo,
                    validators));
        }
    }

    /** A validator in the making; what it is when it is given to a setting counts there. */
    public static final class Validator {

        private final String address;
        private final long primedEpoch;
        private final List<StakedValidator.Move> deposits = new ArrayList<>();
        private final List<StakedValidator.Move> withdrawals = new ArrayList<>();
        private String moniker = "";
        private BigInteger own = gen("42000");
        private BigInteger delegated = BigInteger.ZERO;
        private boolean active = true;
        private boolean live = true;
        private Optional<StakedValidator.Exclusion> ban = Optional.empty();
        private Optional<StakedValidator.Exclusion> quarantine = Optional.empty();

        private Validator(String address, long primedEpoch) {
            this.address = address;
            this.primedEpoch = primedEpoch;
        }

        /** Active and live, with the least stake, primed for that epoch. */
        public static Validator primed(String address, long epoch) {
            return new Validator(address, epoch);
        }

        public Validator named(String name) {
            moniker = name;
            return this;
        }

        /** Amounts in GEN. */
        public Validator stake(String ownGen, String delegatedGen) {
            own = gen(ownGen);
            delegated = gen(delegatedGen);
            return this;
        }

        public Validator inactive() {
            active = false;
            return this;
        }

        public Validator notLive() {
            live = false;
            return this;
        }

        public Validator bannedUntil(long epoch) {
            ban = Optional.of(new StakedValidator.Exclusion(epoch, false));
            return this;
        }

        public Validator bannedForGood() {
            ban = Optional.of(new StakedValidator.Exclusion(0, true));
            return this;
        }

        public Validator quarantinedUntil(long epoch) {
            quarantine = Optional.of(new StakedValidator.Exclusion(epoch, false));
            return this;
        }

        public Validator deposit(long epoch, String amountGen) {
            deposits.add(new StakedValidator.Move(epoch, gen(amountGen)));
            return this;
        }

        public Validator withdrawal(long epoch, String amountGen) {
            withdrawals.add(new StakedValidator.Move(epoch, gen(amountGen)));
            return this;
        }

        private StakedValidator kept() {
            return new StakedValidator(
                    address,
                    "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                    moniker,
                    own,
                    delegated,
                    primedEpoch,
                    active,
                    live,
                    ban,
                    quarantine,
                    List.copyOf(deposits),
                    List.copyOf(withdrawals));
        }
    }
}
