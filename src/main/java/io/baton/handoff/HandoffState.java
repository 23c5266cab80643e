package io.baton.handoff;

import java.util.EnumSet;
import java.util.Set;

/** Where a handoff stands. A rejected or missed offer is an event on the way back to the queue, not a state. */
public enum HandoffState {
    PENDING,
    ASSIGNED,
    ACCEPTED,
    IN_PROGRESS,
    PAUSED,
    TRANSFERRED,
    COMPLETED,
    CANCELLED,
    TICKETED;

    /** The only states that may follow. */
    public Set<HandoffState> successors() {
        return switch (this) {
            case PENDING -> EnumSet.of(ASSIGNED, CANCELLED, TICKETED);
            case ASSIGNED -> EnumSet.of(ACCEPTED, PENDING, CANCELLED, TICKETED);
            case ACCEPTED -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(PAUSED, TRANSFERRED, COMPLETED);
            case PAUSED -> EnumSet.of(IN_PROGRESS, PENDING, COMPLETED, TICKETED);
            case TRANSFERRED -> EnumSet.of(ASSIGNED, PENDING, IN_PROGRESS, TICKETED);
            case COMPLETED, CANCELLED, TICKETED -> EnumSet.noneOf(HandoffState.class);
        };
    }

    public boolean isFinal() {
        return successors().isEmpty();
    }

    /** Whether an agent's seat is taken. */
    public boolean holdsSeat() {
        return this != PENDING && !isFinal();
    }

    /** Whether the customer still waits for somebody. */
    public boolean waits() {
        return this == PENDING || this == ASSIGNED;
    }
}
