package io.baton.rota;

/** Shifts were put on the rota. */
public record ShiftsPlanned(RotaChange change) implements RotaEvent {}
