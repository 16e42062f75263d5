package io.github.nodesonde.command;

import java.time.Duration;

/**
 * What a program printed before it ended by itself. Hostile input.
 *
 * @param exitCode 0 where it says that all went well
 * @param out its whole standard output
 * @param err the end of its standard error, at most 16 KiB; bytes that are no UTF-8 are replaced
 * @param cpu what it and the processes it started used, as last seen: up to some 20 ms too little
 */
public record Output(int exitCode, String out, String err, Duration cpu) {}
