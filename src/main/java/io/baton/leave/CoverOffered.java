package io.baton.leave;

/** Somebody was asked to take the shift over. */
public record CoverOffered(CoverChange change) implements CoverEvent {}
