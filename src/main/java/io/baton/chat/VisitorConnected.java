package io.baton.chat;

import io.baton.kernel.Tenant;
import java.util.UUID;

/** The first device of a customer is connected and has been told READY. */
public record VisitorConnected(Tenant tenant, UUID customerId) {}
