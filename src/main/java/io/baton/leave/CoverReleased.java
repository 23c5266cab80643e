package io.baton.leave;

/** The cover is not needed any more. */
public record CoverReleased(CoverChange change) implements CoverEvent {}
