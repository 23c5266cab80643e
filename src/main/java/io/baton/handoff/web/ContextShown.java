package io.baton.handoff.web;

import io.baton.chat.Customer;
import io.baton.chat.Message;
import io.baton.handoff.HandoffContext;
import io.baton.handoff.HandoffState;
import io.baton.handoff.Names;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the next agent has to know, as clients see it; the messages have the shape they have everywhere. */
record ContextShown(
        UUID handoffId,
        HandoffState state,
        UUID conversationId,
        String number,
        @Nullable String subject,
        @Nullable String category,
        String reason,
        Client customer,
        int earlierConversations,
        @Nullable PersonShown agent,
        @Nullable PersonShown transferTo,
        List<Message> messages,
        List<StepShown> steps) {

    /** Who asks. */
    record Client(
            String id,
            String name,
            Map<String, String> attributes,
            @Nullable String page) {

        static Client of(HandoffContext context) {
            var asked = context.handoff().ask().customer();
            Customer known = context.customer();
            return known == null
                    ? new Client(asked.id(), asked.name(), Map.of(), null)
                    : new Client(asked.id(), known.name(), known.attributes(), known.page());
        }
    }

    static ContextShown of(HandoffContext context, Names names) {
        var handoff = context.handoff();
        var conversation = context.conversation();
        return new ContextShown(
                handoff.id(),
                handoff.state(),
                conversation.id(),
                conversation.number(),
                conversation.subject(),
                conversation.category(),
                handoff.ask().reason(),
                Client.of(context),
                context.earlier(),
                PersonShown.of(handoff.agentId(), names),
                PersonShown.of(handoff.trail().transferTo(), names),
                context.messages(),
                context.steps().stream().map(step -> StepShown.of(step, names)).toList());
    }
}
