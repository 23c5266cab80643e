package io.baton.chat;

import io.baton.kernel.Tenant;
import java.util.List;

/**
 * Messages are stored and on their way to all devices. Published after the commit and outside of any transaction, once per
 * group of messages and perhaps never when the node dies in between: for what must not be missed, read the messages.
 */
public record MessagesCommitted(List<Committed> messages) {

    /** One of them, with the tenant that it belongs to. */
    public record Committed(Tenant tenant, Message message) {}
}
