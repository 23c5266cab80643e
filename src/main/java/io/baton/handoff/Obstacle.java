package io.baton.handoff;

/** Why an agent cannot be given a conversation now. */
public enum Obstacle {
    /** It is this agent's already. */
    SENDER,
    ON_LEAVE,
    OFF_SHIFT,
    OFFLINE,
    FULL
}
