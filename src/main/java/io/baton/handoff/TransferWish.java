package io.baton.handoff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a sender wants a conversation to go, as it was said: not checked yet.
 *
 * @param skills what somebody of the department should know
 * @param note for the next agent, never for the customer
 * @param queue whether the customer may wait for the department when nobody of it is free
 */
public record TransferWish(
        @Nullable String agent,
        @Nullable String department,
        Set<String> skills,
        @Nullable String note,
        boolean queue) {

    public TransferWish {
        skills = Set.copyOf(skills);
    }

    /** To one agent. */
    public static TransferWish to(String agent, @Nullable String note) {
        return new TransferWish(agent, null, Set.of(), note, false);
    }
}
