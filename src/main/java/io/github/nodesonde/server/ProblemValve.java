package io.github.nodesonde.server;

import io.github.nodesonde.request.ProblemDetails;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Answers with a problem what the server refuses before any of our code sees it, such as a request line that is no HTTP.
 * Says nothing of the request, for it may be anything.
 */
final class ProblemValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    /** No filter of ours sees what the server refuses, so their headers are set here. */
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemDetail problem = ProblemDetails.ofStatus(HttpStatusCode.valueOf(status));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        HEADERS.forEach(response::setHeader);
        try {
            response.getReporter()
                    .write("""
                            {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(problem.getType(), problem.getTitle(), status, problem.getDetail()));
            response.finishResponse();
        } catch (IOException _) {
            // The client is gone, and with it whoever could be told.
        }
    }
}
