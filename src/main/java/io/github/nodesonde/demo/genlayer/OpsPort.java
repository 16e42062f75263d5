package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import java.time.Instant;

/** What a simulated node answers at its ops port. */
@FunctionalInterface
interface OpsPort {

    SimulatedAnswer answer(String path, Instant now);

    /** Of a host whose port was given to something else: a page for people, with status 200. */
    static OpsPort nonsense() {
        return (_, _) -> new SimulatedAnswer(
                200,
                "text/html; charset=utf-8",
                "<!doctype html>\n<html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>\n");
    }
}
