package io.baton.swap;

/** Somebody gave a shift away and has another one instead. */
public record ShiftSwapped(ShiftChange change) implements ShiftEvent {}
