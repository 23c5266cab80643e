package io.baton.rota;

/** A shift type got a version that counts from a rota day on. */
public record ShiftTypeChanged(ShiftTypeChange change) implements ShiftTypeEvent {}
