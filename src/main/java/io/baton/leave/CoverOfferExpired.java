package io.baton.leave;

/** Whoever was asked did not answer in time. */
public record CoverOfferExpired(CoverChange change) implements CoverEvent {}
