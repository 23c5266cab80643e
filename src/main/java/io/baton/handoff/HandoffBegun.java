package io.baton.handoff;

/** Agent and customer are in the conversation together. */
public record HandoffBegun(HandoffChange change) implements HandoffEvent {}
