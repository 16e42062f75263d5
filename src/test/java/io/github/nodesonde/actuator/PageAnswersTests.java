package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.request.Problem;
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

    private final PageAnswers answers = new PageAnswers(MOST_AT_ONCE);

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
            end.countDown();
        }
        assertThat(answer(() -> MergedPage.of(Page.EMPTY)).getStatus()).isEqualTo(200);
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
