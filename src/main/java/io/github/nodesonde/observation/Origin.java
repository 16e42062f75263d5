package io.github.nodesonde.observation;

/** Whether the subject said it or we worked it out. */
public sealed interface Origin {

    Origin REPORTED = new Reported();

    static Origin derived(String how) {
        return new Derived(how);
    }

    /** The node itself said it. */
    record Reported() implements Origin {}

    /** Worked out from other readings; {@code how} is the formula in words. */
    record Derived(String how) implements Origin {}
}
