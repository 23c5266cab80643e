package io.baton.chat;

import io.baton.kernel.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** The message after which a search goes on; as text it means something to us only. */
record SearchCursor(Instant at, UUID conversation, long seq) {

    private static final int SIZE = 4 * Long.BYTES;

    /** The cursor in a text that {@link #toString} made, or 404 {@code cursor_unknown}. */
    static SearchCursor parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == SIZE) {
                var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
                var cursor = new SearchCursor(at, new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong());
                if (cursor.seq > 0 && !at.isBefore(Instant.EPOCH) && at.isBefore(Search.Query.END)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException
                | BufferUnderflowException
                | DateTimeException
                | ArithmeticException foreign) {
            throw Problem.notFound("cursor_unknown");
        }
        throw Problem.notFound("cursor_unknown");
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(SIZE)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(conversation.getMostSignificantBits())
                .putLong(conversation.getLeastSignificantBits())
                .putLong(seq);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
