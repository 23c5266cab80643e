package io.baton.swap;

import java.time.Instant;

/**
 * Until when something may happen.
 *
 * @param confirm until when everybody who is asked answers
 * @param settle until when the departments decide: in good time before the first of the shifts begins
 */
public record Deadlines(Instant confirm, Instant settle) {}
