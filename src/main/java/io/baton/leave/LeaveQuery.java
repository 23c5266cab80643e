package io.baton.leave;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list; what is absent does not narrow.
 *
 * @param department requests of this department, and the reader's own
 * @param after lists what is older than this request
 */
public record LeaveQuery(
        String reader,
        @Nullable LeaveState state,
        @Nullable String agent,
        @Nullable String department,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID after) {}
