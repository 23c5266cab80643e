package io.baton.swap;

/** A shift is held by a swap: nothing else moves it until the swap has ended. */
public record ShiftHeld(ShiftChange change) implements ShiftEvent {}
