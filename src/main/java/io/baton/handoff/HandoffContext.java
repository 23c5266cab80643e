package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.chat.Customer;
import io.baton.chat.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent has to know who goes on with somebody else's conversation.
 *
 * @param earlier how many conversations the customer had before this one
 * @param messages the last that was said, oldest first
 * @param steps what was tried: who served, who was asked, who noted what
 */
public record HandoffContext(
        HandoffSnapshot handoff,
        Conversation conversation,
        @Nullable Customer customer,
        int earlier,
        List<Message> messages,
        List<HandoffStep> steps) {

    public HandoffContext {
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
    }
}
