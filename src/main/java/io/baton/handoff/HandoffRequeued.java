package io.baton.handoff;

/** The agent did not come back; the request goes before all others in the queue. */
public record HandoffRequeued(HandoffChange change) implements HandoffEvent {}
