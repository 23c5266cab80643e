package io.baton.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDv7 ids: unique, and sorted by the millisecond in which they were made. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id; those that one process makes are in the order in which it made them. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The smallest UUIDv7 of an instant: a bound for ranges of ids by time. */
    public static UUID floor(Instant instant) {
        return new UUID((instant.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** The id in a text, or 404 {@code code} when it is no id: what cannot be an id is not known either. */
    public static UUID parse(String text, String code) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.notFound(code);
        }
    }
}
