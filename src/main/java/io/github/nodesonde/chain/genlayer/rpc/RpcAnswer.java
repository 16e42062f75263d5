package io.github.nodesonde.chain.genlayer.rpc;

import java.util.Locale;

/** What came of one JSON-RPC request. */
sealed interface RpcAnswer {

    /** @param text hex, as sent */
    record Result(String text) implements RpcAnswer {}

    /** @param message as sent: whoever quotes it makes it printable */
    record Fault(long code, String message) implements RpcAnswer {

        private static final long LIMIT_EXCEEDED = -32005;
        private static final long TOO_MANY_REQUESTS = 429;

        boolean isRateLimit() {
            return code == LIMIT_EXCEEDED || code == TOO_MANY_REQUESTS;
        }

        /** Whether the contract itself refused, at whatever block this is asked. */
        boolean isRevert() {
            return code == 3 || message.toLowerCase(Locale.ROOT).contains("revert");
        }

        String words() {
            return "JSON-RPC error " + code + (message.isBlank() ? "" : ": " + message);
        }
    }
}
