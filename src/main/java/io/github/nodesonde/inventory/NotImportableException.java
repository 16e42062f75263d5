package io.github.nodesonde.inventory;

/** Nothing can be made of a file that should be imported. The message is for people, on one line. */
public final class NotImportableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotImportableException(String message) {
        super(message);
    }
}
