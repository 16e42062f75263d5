package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CappedBytesTests {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Room room = new Room(3 * MEBIBYTE);

    @Test
    void everythingUpToTheCapIsKept() {
        byte[] block = new byte[1000];
        Arrays.fill(block, (byte) 7);
        try (var bytes = new CappedBytes(MEBIBYTE, room)) {
            for (int i = 0; i < 1000; i++) {
                bytes.write(block, 0, block.length);
            }
            bytes.write(8);

            assertThat(bytes.toByteArray()).hasSize(1_000_001).endsWith(7, 7, 8);
            assertThatExceptionOfType(CappedBytes.TooLarge.class)
                    .isThrownBy(() -> bytes.write(new byte[MEBIBYTE], 0, MEBIBYTE - 1_000_000));
        }
    }

    @Test
    void largeBodiesShareTheRoomAndGiveItBack() {
        try (var first = new CappedBytes(MEBIBYTE, room)) {
            fill(first, MEBIBYTE);
            try (var second = new CappedBytes(MEBIBYTE, room)) {
                assertThatExceptionOfType(Room.Full.class).isThrownBy(() -> fill(second, MEBIBYTE));
            }
        }
        try (var third = new CappedBytes(MEBIBYTE, room)) {
            assertThatCode(() -> fill(third, MEBIBYTE)).doesNotThrowAnyException();
        }
    }

    @Test
    void smallBodyNeedsNoRoom() {
        try (var bytes = new CappedBytes(MEBIBYTE, new Room(0))) {
            assertThatCode(() -> fill(bytes, 256 * 1024)).doesNotThrowAnyException();
        }
    }

    @Test
    void closedTakesNothingMore() {
        var bytes = new CappedBytes(MEBIBYTE, room);
        bytes.close();
        fill(bytes, MEBIBYTE);

        assertThat(bytes.toByteArray()).isEmpty();
    }

    private static void fill(CappedBytes bytes, int size) {
        bytes.write(new byte[size], 0, size);
    }
}
