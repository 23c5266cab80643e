package io.baton.load;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** Writes the frames of a client. */
final class Frames {

    private final Numbers numbers;

    Frames(Numbers numbers) {
        this.numbers = numbers;
    }

    String text(String conversation, Book.Entry entry) {
        return "{\"type\":\"TEXT\",\"id\":\"" + numbers.id(entry.number) + "\",\"conversationId\":\"" + conversation
                + "\",\"body\":\"" + Numbers.body(entry.number, entry.size) + "\"}";
    }

    TextWebSocketFrame encode(ByteBufAllocator allocator, String frame) {
        return new TextWebSocketFrame(ByteBufUtil.writeAscii(allocator, frame));
    }
}
