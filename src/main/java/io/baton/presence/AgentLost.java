package io.baton.presence;

import io.baton.kernel.Tenant;

/**
 * The last device of a person is gone: at once when the person left on purpose, after the grace when the connection was
 * lost. Published in a transaction of that tenant.
 *
 * @param clean the person signed out or closed the desk on purpose
 */
public record AgentLost(Tenant tenant, String person, boolean clean) {}
