package io.baton.chat;

import io.baton.kernel.Tenant;
import java.util.UUID;

/** The last device of a customer has gone, for a moment or for good. */
public record VisitorGone(Tenant tenant, UUID customerId) {}
