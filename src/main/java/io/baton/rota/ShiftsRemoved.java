package io.baton.rota;

/** Shifts were taken off the rota. */
public record ShiftsRemoved(RotaChange change) implements RotaEvent {}
