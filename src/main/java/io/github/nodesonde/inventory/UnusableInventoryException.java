package io.github.nodesonde.inventory;

import java.util.List;

/** There is no inventory to start with. */
public final class UnusableInventoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableInventoryException(List<String> lines) {
        super(String.join("\n", lines));
    }

    /** What is wrong and what to do, for people; one line each. */
    public List<String> lines() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
