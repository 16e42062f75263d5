package io.github.nodesonde.chain.genlayer.contract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The hash of Ethereum: Keccak as it was submitted to NIST. The SHA3-256 of FIPS 202, which the JDK has, is the same
 * sponge with other padding, and so no substitute. Here for checksums of addresses, not for secrets.
 */
final class Keccak {

    private static final int RATE = 136;
    private static final int LANES = 25;
    private static final long[] ROUND_CONSTANTS = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808AL, 0x8000000080008000L,
        0x000000000000808BL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
        0x000000000000008AL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000AL,
        0x000000008000808BL, 0x800000000000008BL, 0x8000000000008089L, 0x8000000000008003L,
        0x8000000000008002L, 0x8000000000000080L, 0x000000000000800AL, 0x800000008000000AL,
        0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L,
    };

    private Keccak() {}

    static byte[] hash256(byte[] message) {
        return sponge(message, 0x01);
    }

    /** @param padding the first byte after the message: 0x01 for Keccak-256, 0x06 for SHA3-256 */
    static byte[] sponge(byte[] message, int padding) {
        byte[] padded = Arrays.copyOf(message, (message.length / RATE + 1) * RATE);
        padded[message.length] |= (byte) padding;
        padded[padded.length - 1] |= (byte) 0x80;

        var state = new long[LANES];
        var input = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        while (input.hasRemaining()) {
            for (int lane = 0; lane < RATE / Long.BYTES; lane++) {
                state[lane] ^= input.getLong();
            }
            permute(state);
        }
        var output = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (int lane = 0; output.hasRemaining(); lane++) {
            output.putLong(state[lane]);
        }
        return output.array();
    }

    /** Keccak-f[1600]; the steps are named as in FIPS 202, lane (x, y) is at x + 5y. */
    private static void permute(long[] state) {
        for (long constant : ROUND_CONSTANTS) {
            theta(state);
            rhoAndPi(state);
            chi(state);
            state[0] ^= constant;
        }
    }

    private static void theta(long[] state) {
        var parity = new long[5];
        for (int lane = 0; lane < LANES; lane++) {
            parity[lane % 5] ^= state[lane];
        }
        for (int lane = 0; lane < LANES; lane++) {
            int x = lane % 5;
            state[lane] ^= parity[(x + 4) % 5] ^ Long.rotateLeft(parity[(x + 1) % 5], 1);
        }
    }

    private static void rhoAndPi(long[] state) {
        int x = 1;
        int y = 0;
        long moving = state[1];
        for (int step = 1; step < LANES; step++) {
            int nextY = (2 * x + 3 * y) % 5;
            x = y;
            y = nextY;
            long displaced = state[x + 5 * y];
            state[x + 5 * y] = Long.rotateLeft(moving, step * (step + 1) / 2);
            moving = displaced;
        }
    }

    private static void chi(long[] state) {
        var row = new long[5];
        for (int start = 0; start < LANES; start += 5) {
            System.arraycopy(state, start, row, 0, 5);
            for (int x = 0; x < 5; x++) {
                state[start + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
