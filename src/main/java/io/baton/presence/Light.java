package io.baton.presence;

/** Plan and reality in one colour. */
public enum Light {
    /** On shift and connected. */
    GREEN,
    /** Connected, but off shift. */
    YELLOW,
    /** On shift, but not connected. */
    RED,
    /** Neither. */
    WHITE;

    static Light of(boolean onShift, boolean connected) {
        if (onShift) {
            return connected ? GREEN : RED;
        }
        return connected ? YELLOW : WHITE;
    }
}
