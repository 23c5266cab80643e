package io.baton.leave;

/** The shift stays without a cover. */
public record CoverLeftOpen(CoverChange change) implements CoverEvent {}
