package io.baton.handoff;

/** The agent's shift is over; what is open is handed over unless it ends soon. */
public record HandoffShiftEnded(HandoffChange change) implements HandoffEvent {}
