package io.baton.identity;

/** A browser session is over, by log-out, by time or by Keycloak; whatever it opened is to be closed. */
public record SessionEnded(String sessionId) {}
