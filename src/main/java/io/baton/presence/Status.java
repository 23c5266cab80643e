package io.baton.presence;

/**
 * A person's presence: the own choice, overruled by connectivity, beside what the rota says.
 *
 * @param state {@link State#OFFLINE} whenever nobody is connected
 * @param connected at least one device is connected, or was less than the grace ago
 */
public record Status(State state, boolean connected, boolean onShift, Light light) {

    /** Nobody knows anything of this person. */
    public static final Status UNKNOWN = of(State.OFFLINE, false, false);

    static Status of(State choice, boolean connected, boolean onShift) {
        return new Status(connected ? choice : State.OFFLINE, connected, onShift, Light.of(onShift, connected));
    }

    /** The same person without any device. */
    Status gone() {
        return of(State.OFFLINE, false, onShift);
    }

    /** The same person, planned or not. */
    Status onShift(boolean planned) {
        return new Status(state, connected, planned, Light.of(planned, connected));
    }
}
