package io.baton.presence;

/** What a person wants to be, and, once connectivity is taken into account, what others see. */
public enum State {
    ONLINE,
    AWAY,
    OFFLINE
}
