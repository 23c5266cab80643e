package io.baton.leave;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which covers are wanted.
 *
 * @param reader who asks; sees what this person was asked to take
 * @param all whether those of all departments are shown
 * @param department the department whose covers are shown as well
 * @param after the id of the last one seen
 */
record CoverQuery(
        String reader,
        boolean all,
        @Nullable String department,
        @Nullable CoverState state,
        @Nullable UUID leave,
        @Nullable UUID after) {}
