package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CappedBytesTests {

    private static final int KIBIBYTE = 1024;
    private static final int MEBIBYTE = 1024 * KIBIBYTE;

    @Test
    void everythingUpToTheCapIsKept() throws Exception {
        byte[] block = new byte[1000];
        Arrays.fill(block, (byte) 7);
        try (var bytes = new CappedBytes(MEBIBYTE)) {
            for (int i = 0; i < 1000; i++) {
                bytes.write(Unpooled.wrappedBuffer(block), block.length);
            }
            bytes.write(Unpooled.wrappedBuffer(new byte[] {8, 9}), 1);

            assertThat(bytes.toByteArray()).hasSize(1_000_001).endsWith(7, 7, 8);
            assertThat(bytes.open().readAllBytes()).isEqualTo(bytes.toByteArray());
            assertThatExceptionOfType(CappedBytes.TooLarge.class).isThrownBy(() -> bytes.needed(MEBIBYTE - 1_000_000));
        }
    }

    @Test
    void smallBodyNeedsNoRoom() {
        try (var bytes = new CappedBytes(MEBIBYTE)) {
            assertThat(bytes.needed(256 * KIBIBYTE)).isZero();
        }
    }

    @Test
    void largeBodyNeedsRoomWhereItGrowsAndTwiceItsCapInAll() {
        byte[] block = new byte[100 * KIBIBYTE];
        long needed = 0;
        int steps = 0;
        try (var bytes = new CappedBytes(MEBIBYTE)) {
            for (int i = 0; i < 10; i++) {
                long more = bytes.needed(block.length);
                bytes.write(Unpooled.wrappedBuffer(block), block.length);
                needed += more;
                steps += more > 0 ? 1 : 0;
            }
        }

        assertThat(needed).isEqualTo(2L * MEBIBYTE);
        assertThat(steps).isLessThan(4);
    }

    @Test
    void closedTakesNothingMore() {
        var bytes = new CappedBytes(MEBIBYTE);
        bytes.close();

        assertThat(bytes.needed(2 * MEBIBYTE)).isZero();
        bytes.write(Unpooled.wrappedBuffer(new byte[MEBIBYTE]), MEBIBYTE);
        assertThat(bytes.toByteArray()).isEmpty();
    }
}
