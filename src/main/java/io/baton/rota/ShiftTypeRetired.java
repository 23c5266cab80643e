package io.baton.rota;

/** A shift type is no longer offered; what it was stays. */
public record ShiftTypeRetired(ShiftTypeChange change) implements ShiftTypeEvent {}
