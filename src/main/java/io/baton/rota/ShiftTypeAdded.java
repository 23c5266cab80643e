package io.baton.rota;

/** A shift type was added. */
public record ShiftTypeAdded(ShiftTypeChange change) implements ShiftTypeEvent {}
