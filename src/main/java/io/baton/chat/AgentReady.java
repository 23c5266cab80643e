package io.baton.chat;

import io.baton.kernel.Tenant;

/** A desk was told READY: the moment to repeat what only frames say, for example live offers. */
public record AgentReady(Tenant tenant, String person) {}
