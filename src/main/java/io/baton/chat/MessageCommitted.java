package io.baton.chat;

import io.baton.kernel.Tenant;

/**
 * A message is stored and on its way to all devices. Published after the commit and outside of any transaction, once per
 * message and perhaps never when the node dies in between: for what must not be missed, read the messages.
 */
public record MessageCommitted(Tenant tenant, Message message) {}
