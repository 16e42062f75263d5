package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Heads every answer with the version of the judgements it was made from, so that who has it already is told so. The
 * start of the process is part of that version, for the count begins anew with each.
 */
@Component
final class Answers {

    private final RunningGateway gateway;

    Answers(RunningGateway gateway) {
        this.gateway = gateway;
    }

    <T> ResponseEntity<T> ok(Judgements from, T body) {
        return of(HttpStatus.OK, from, body);
    }

    <T> ResponseEntity<T> of(HttpStatusCode status, Judgements from, T body) {
        String run = Long.toString(gateway.startedAt().toEpochMilli(), Character.MAX_RADIX);
        return ResponseEntity.status(status)
                .eTag("W/\"%s-%d\"".formatted(run, from.version()))
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
