package io.github.nodesonde.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * Reads HTTP/1.x answers and makes no sense of what has none: length and chunks together, a switch of protocols nobody
 * asked for, bytes without a question. Interim (1xx) answers are dropped. What it finds broken it reports as
 * {@link BrokenAnswer}, and the connection is closed.
 */
final class StrictResponseDecoder extends HttpResponseDecoder {

    /** Cap on all headers of one answer together, in bytes. */
    static final int MAX_HEADERS = 16 * 1024;

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Line line;
    private boolean interim;

    StrictResponseDecoder(Line line) {
        super(new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADERS));
        this.line = line;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> parts) throws Exception {
        if (!line.isAwaiting()) {
            // Left here, they would be taken for the beginning of the next answer.
            bytes.skipBytes(bytes.readableBytes());
            var _ = context.close();
            return;
        }
        line.hear();
        super.decode(context, bytes, parts);
        review(context, parts);
    }

    @Override
    protected void decodeLast(ChannelHandlerContext context, ByteBuf bytes, List<Object> parts) throws Exception {
        super.decodeLast(context, bytes, parts);
        review(context, parts);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new BrokenAnswer("both Content-Length and Transfer-Encoding are given");
    }

    private void review(ChannelHandlerContext context, List<Object> parts) {
        int i = 0;
        while (i < parts.size()) {
            HttpObject part = (HttpObject) parts.get(i);
            if (part instanceof HttpResponse response) {
                reviewStatus(response);
            }
            if (part.decoderResult().isFailure()) {
                part.setDecoderResult(
                        DecoderResult.failure(named(part.decoderResult().cause())));
                var _ = context.close();
            }
            boolean dropped = interim;
            if (part instanceof LastHttpContent) {
                if (!interim) {
                    line.answered();
                }
                interim = false;
            }
            if (dropped) {
                ReferenceCountUtil.release(parts.remove(i));
                // Nobody further on hears of it, so nobody else would ask for more.
                context.read();
            } else {
                i++;
            }
        }
    }

    private void reviewStatus(HttpResponse response) {
        int status = response.status().code();
        if (response.decoderResult().isFailure()) {
            interim = false;
        } else if (status == SWITCHING_PROTOCOLS || status < 100 || status > 999) {
            response.setDecoderResult(DecoderResult.failure(new BrokenAnswer("the status makes no sense")));
            interim = false;
        } else {
            interim = status < 200;
        }
    }

    private static Throwable named(Throwable cause) {
        return switch (cause) {
            case BrokenAnswer broken -> broken;
            case TooLongFrameException tooLong -> tooLong;
            case PrematureChannelClosureException _ -> new BrokenAnswer("the answer ended within its headers");
            default -> new BrokenAnswer("the answer is not HTTP");
        };
    }

    /** The answer breaks HTTP. The message is for people and quotes nothing. */
    static final class BrokenAnswer extends DecoderException {

        private static final long serialVersionUID = 1L;

        BrokenAnswer(String message) {
            super(message);
        }
    }
}
