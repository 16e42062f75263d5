package io.github.nodesonde.chain.genlayer.contract;

/** What a contract returned is not what its interface says. The message is for people and quotes nothing of it. */
public final class UnreadableWords extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableWords(String message) {
        super(message);
    }
}
