package io.baton.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the few top-level fields of a frame that matter in one pass over its bytes, because a tree for each frame would cost
 * the client more than the server spends on it. Refuses what is no JSON object. Used by one thread.
 */
final class FrameScan {

    static final int TYPE = 0;
    static final int ID = 1;
    static final int SEQ = 2;
    static final int BODY = 3;

    private static final byte[][] KEYS = {bytes("type"), bytes("id"), bytes("seq"), bytes("body")};

    private final int[] from = new int[KEYS.length];
    private final int[] to = new int[KEYS.length];
    private byte[] text = new byte[4096];
    private int length;
    private int at;

    void read(ByteBuf frame) {
        length = frame.readableBytes();
        if (text.length < length) {
            text = new byte[length * 2];
        }
        frame.getBytes(frame.readerIndex(), text, 0, length);
        Arrays.fill(from, -1);
        at = 0;
        blank();
        expect('{');
        blank();
        while (peek() != '}') {
            var key = at + 1;
            string();
            var end = at - 1;
            blank();
            expect(':');
            blank();
            var value = at;
            value();
            note(key, end, value);
            blank();
            if (peek() == ',') {
                at++;
                blank();
            }
        }
    }

    boolean has(int field) {
        return from[field] >= 0;
    }

    String text(int field) {
        return new String(text, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }

    long number(int field) {
        long number = 0;
        for (var i = from[field]; i < to[field]; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }

    /** The whole frame, for the rare ones that are read as a tree. */
    byte[] whole() {
        return Arrays.copyOf(text, length);
    }

    /** The number in a message's id, or -1 when the id is not one of this run. */
    long messageNumber(Numbers numbers) {
        return has(ID) ? numbers.parse(text, from[ID], to[ID]) : -1;
    }

    /** Whether the body is, byte for byte, what was sent under this number. */
    boolean isBodyOf(long number, int size) {
        return has(BODY) && Numbers.isBody(text, from[BODY], to[BODY], number, size);
    }

    private void note(int key, int end, int value) {
        for (var field = 0; field < KEYS.length; field++) {
            if (Arrays.equals(text, key, end, KEYS[field], 0, KEYS[field].length)) {
                var quoted = text[value] == '"';
                from[field] = quoted ? value + 1 : value;
                to[field] = quoted ? at - 1 : at;
            }
        }
    }

    private void value() {
        switch (peek()) {
            case '"' -> string();
            case '{', '[' -> nested();
            default -> {
                while (at < length && ",}] \n\r\t".indexOf(text[at]) < 0) {
                    at++;
                }
            }
        }
    }

    private void nested() {
        var depth = 0;
        do {
            switch (peek()) {
                case '"' -> string();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }

    private void string() {
        expect('"');
        while (peek() != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private void blank() {
        while (at < length && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
    }

    private byte peek() {
        if (at >= length) {
            throw new IllegalArgumentException("a frame that is no JSON object");
        }
        return text[at];
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("a frame that is no JSON object");
        }
        at++;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
