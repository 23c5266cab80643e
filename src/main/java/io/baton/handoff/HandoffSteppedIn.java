package io.baton.handoff;

/** A manager decided about somebody who waits: gave the request to an agent by hand, or a ticket is opened next. */
public record HandoffSteppedIn(HandoffChange change) implements HandoffEvent {}
