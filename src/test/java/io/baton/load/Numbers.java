package io.baton.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Numbers every message of a run: its id is a UUID that ends with the number of the chat and the number within the chat, and
 * its body begins with both, so that nothing that comes back can be mistaken for something else.
 */
final class Numbers {

    private static final int PREFIX = 24;
    private static final int DIGITS = 12;
    private static final int ID = PREFIX + DIGITS;
    private static final int WITHIN = 24;
    private static final byte[] FILL = fill();
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] prefix;

    /** With ids that no other run has. */
    Numbers() {
        var random = UUID.randomUUID().toString();
        prefix = random.substring(0, PREFIX).getBytes(StandardCharsets.US_ASCII);
    }

    static long of(int chat, int message) {
        return ((long) chat << WITHIN) | message;
    }

    static int chat(long number) {
        return (int) (number >>> WITHIN);
    }

    static int message(long number) {
        return (int) (number & ((1 << WITHIN) - 1));
    }

    String id(long number) {
        return new String(prefix, StandardCharsets.US_ASCII) + digits(number);
    }

    /** The number in an id, or -1 when it is none of ours. */
    long parse(byte[] text, int from, int to) {
        if (to - from != ID || !Arrays.equals(text, from, from + PREFIX, prefix, 0, PREFIX)) {
            return -1;
        }
        return HexFormat.fromHexDigitsToLong(new String(text, from + PREFIX, DIGITS, StandardCharsets.US_ASCII));
    }

    long parse(String id) {
        var bytes = id.getBytes(StandardCharsets.US_ASCII);
        return parse(bytes, 0, bytes.length);
    }

    static String body(long number, int size) {
        return digits(number) + " " + new String(FILL, 0, Math.max(0, size - DIGITS - 1), StandardCharsets.US_ASCII);
    }

    static boolean isBody(byte[] text, int from, int to, long number, int size) {
        return to - from == Math.max(size, DIGITS + 1)
                && Arrays.equals(
                        text, from, from + DIGITS, digits(number).getBytes(StandardCharsets.US_ASCII), 0, DIGITS)
                && text[from + DIGITS] == ' '
                && Arrays.equals(text, from + DIGITS + 1, to, FILL, 0, to - from - DIGITS - 1);
    }

    private static String digits(long number) {
        return HEX.toHexDigits(number, DIGITS);
    }

    private static byte[] fill() {
        var fill = new byte[8_000];
        for (var i = 0; i < fill.length; i++) {
            fill[i] = (byte) (i % 7 == 6 ? ' ' : 'a' + i % 26);
        }
        return fill;
    }
}
