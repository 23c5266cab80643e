package io.baton.swap;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which swaps are wanted.
 *
 * @param reader who asks; those this person takes part in are always among them
 * @param all whether those of all departments are, too
 * @param department the department whose swaps are, too
 * @param mine only those the reader takes part in
 * @param waiting only those that wait for the reader's answer, or for a department the reader leads
 * @param after the id of the last one seen
 */
record SwapQuery(
        String reader,
        boolean all,
        @Nullable String department,
        @Nullable SwapState state,
        boolean mine,
        boolean waiting,
        @Nullable UUID after) {}
