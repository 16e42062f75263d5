package io.github.nodesonde.probe;

import io.github.nodesonde.text.PrintableText;
import org.jspecify.annotations.Nullable;

/** A stand-in for an exception in the log: its stack trace and causes, with messages that nobody could forge a line with. */
final class PrintableFault extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 5;

    private PrintableFault(Throwable fault, @Nullable Throwable cause) {
        super(PrintableText.of(fault.toString()), cause);
        setStackTrace(fault.getStackTrace());
    }

    static PrintableFault of(Throwable fault) {
        return of(fault, MAX_CAUSES);
    }

    private static PrintableFault of(Throwable fault, int causes) {
        Throwable cause = fault.getCause();
        return new PrintableFault(fault, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }
}
