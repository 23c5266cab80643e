package io.baton.rota;

/**
 * What a leave would do to the rota as it is now.
 *
 * @param before people per half hour of the leave's window
 * @param after the same half hours without the person
 */
public record LeaveImpact(LeaveCut cut, Coverage before, Coverage after) {}
