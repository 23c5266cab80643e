package io.baton.rota;

/**
 * One person's part in shifts that change hands: gives one away and takes another one.
 *
 * @param step its number within the request
 * @param agentId who takes; not checked against whoever has the shift that is given away
 */
public record Handover(int step, String agentId, Assignment gives, Assignment takes) {}
