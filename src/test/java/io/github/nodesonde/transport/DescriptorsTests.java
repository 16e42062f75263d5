package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class DescriptorsTests {

    @Test
    void wantOfThemIsFoundHoweverDeepItLies() {
        assertThat(Descriptors.ranOut(new ChannelException(
                        "Failed to open a socket.",
                        new IOException("newSocketStream(..) failed: Too many open files"))))
                .isTrue();
        assertThat(Descriptors.ranOut(new IOException("Too many open files in system")))
                .isTrue();
    }

    @Test
    void whatTheOtherSideDoesIsNone() {
        assertThat(Descriptors.ranOut(new ConnectException("Connection refused")))
                .isFalse();
        assertThat(Descriptors.ranOut(new IOException())).isFalse();
        assertThat(Descriptors.ranOut(new IllegalStateException("Too many open files")))
                .isFalse();
    }
}
