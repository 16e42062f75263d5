package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.request.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

class PageAnswersTests {

    private static final int MOST_AT_ONCE = 3;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final PageTurns turns = new PageTurns(MOST_AT_ONCE, registry);
    private final PageAnswers answers = new PageAnswers(turns);

    @Test
    void whoWaitsTooLongForATurnIsToldToComeAgain() throws Exception {
        var begun = new CountDownLatch(MOST_AT_ONCE);
        var end = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MOST_AT_ONCE; i++) {
                var _ = readers.submit(() -> answer(() -> {
                    begun.countDown();
                    awaitUninterrupted(end);
                    return MergedPage.of(Page.EMPTY);
                }));
            }
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> answer(() -> MergedPage.of(Page.EMPTY)))
                    .cause()
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                        assertThat(problem.getBody().getType()).hasToString("/docs/problems#busy");
                        assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("2");
                    });
            assertThat(refused()).isOne();
            end.countDown();
        }
        assertThat(answer(() -> MergedPage.of(Page.EMPTY)).getStatus()).isEqualTo(200);
        assertThat(refused()).isOne();
    }

    @Test
    void whoWaitsForATurnIsCounted() throws Exception {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            assertThat(turns.take()).isTrue();
        }
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = readers.submit(() -> answer(() -> MergedPage.of(Page.EMPTY)));
            await().until(() ->
                    registry.get("nodesonde_scrapes_waiting").gauge().value() == 1);
            turns.giveBack();
            assertThat(waiting.get(20, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
        }
        assertThat(registry.get("nodesonde_scrapes_waiting").gauge().value()).isZero();
        assertThat(refused()).isZero();
    }

    @Test
    void pageThatCannotBeMadeGivesItsTurnBack() throws Exception {
        for (int i = 0; i <= MOST_AT_ONCE; i++) {
            assertThatThrownBy(() -> answer(() -> {
                        throw new IllegalStateException("no page");
                    }))
                    .rootCause()
                    .hasMessage("no page");
        }
        assertThat(answer(() -> MergedPage.of(Page.EMPTY)).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer(Supplier<MergedPage> page) throws Exception {
        var request = new MockHttpServletRequest("GET", "/metrics");
        var response = new MockHttpServletResponse();
        ServerResponse answer = answers.of(ServerRequest.create(request, List.of()), HttpStatus.OK, page);
        answer.writeTo(request, response, List::of);
        return response;
    }

    private double refused() {
        return registry.get("nodesonde_scrapes_refused_total").counter().count();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
