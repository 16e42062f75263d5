package io.github.nodesonde.chain.genlayer.cli;

/** The tool printed something that is not what it prints. The message quotes nothing of it. */
final class UnreadableOutput extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableOutput(String message) {
        super(message);
    }
}
