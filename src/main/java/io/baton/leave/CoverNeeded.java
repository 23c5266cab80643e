package io.baton.leave;

/** A shift is left with fewer people than the department wants. */
public record CoverNeeded(CoverChange change) implements CoverEvent {}
