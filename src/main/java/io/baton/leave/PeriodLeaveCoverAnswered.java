package io.baton.leave;

/** Whoever was asked took the shift over, or did not. */
public record PeriodLeaveCoverAnswered(CoverChange change, boolean accepted) implements CoverEvent {}
