package io.github.nodesonde.cli;

/** The command line is wrong. The message says what is, and what to write instead. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
