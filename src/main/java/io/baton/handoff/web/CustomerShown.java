package io.baton.handoff.web;

import io.baton.chat.Block;
import io.baton.chat.Conversation;
import io.baton.handoff.CustomerRecord;
import io.baton.handoff.HandoffSnapshot;
import io.baton.handoff.HandoffState;
import io.baton.handoff.Names;
import io.baton.ticket.CustomerTickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A customer's record as clients see it; address and block only for who may block. */
record CustomerShown(
        UUID id,
        String name,
        @Nullable String externalId,
        Map<String, String> attributes,
        @Nullable String page,
        Talks conversations,
        Requests handoffs,
        Tickets tickets,
        CustomerRecord.@Nullable Refusals refusals,
        boolean blocked,
        @Nullable String address,
        @Nullable Ban block) {

    record Talks(int total, List<Talk> items) {}

    record Talk(
            UUID id,
            String number,
            @Nullable String subject,
            Conversation.State state,
            @Nullable PersonShown agent,
            @Nullable String department,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Integer rating) {}

    record Requests(int total, List<Request> items) {}

    /** {@code waitedSeconds} is until somebody took it, or until it ended without. */
    record Request(
            UUID id,
            UUID conversationId,
            String reason,
            HandoffState state,
            String department,
            @Nullable PersonShown agent,
            Instant requestedAt,
            @Nullable Long waitedSeconds,
            @Nullable String endReason,
            @Nullable String ticketNumber) {}

    record Tickets(int total, List<CustomerTickets.Line> items) {}

    record Ban(
            UUID id,
            String reason,
            PersonShown blockedBy,
            Instant blockedAt,
            @Nullable Instant until) {}

    static CustomerShown of(CustomerRecord known, Names names) {
        var customer = known.customer();
        return new CustomerShown(
                customer.id(),
                customer.name(),
                customer.externalId(),
                customer.attributes(),
                customer.page(),
                new Talks(known.conversations().total(), list(known.conversations(), one -> talk(one, names))),
                new Requests(known.handoffs().total(), list(known.handoffs(), one -> request(one, names))),
                new Tickets(known.tickets().total(), known.tickets().items()),
                known.refusals(),
                known.standing().blocked(),
                known.standing().address(),
                ban(known.standing().block(), names));
    }

    private static <T, R> List<R> list(CustomerRecord.Some<T> some, Function<T, R> shown) {
        return some.items().stream().map(shown).toList();
    }

    private static Talk talk(Conversation conversation, Names names) {
        return new Talk(
                conversation.id(),
                conversation.number(),
                conversation.subject(),
                conversation.state(),
                PersonShown.of(conversation.agentId(), names),
                conversation.department(),
                conversation.openedAt(),
                conversation.closedAt(),
                conversation.rating());
    }

    private static Request request(HandoffSnapshot handoff, Names names) {
        var outcome = handoff.outcome();
        var ticket = outcome.ticket();
        var until = outcome.acceptedAt() == null ? outcome.endedAt() : outcome.acceptedAt();
        var since = handoff.place().requestedAt();
        return new Request(
                handoff.id(),
                handoff.ask().conversationId(),
                handoff.ask().reason(),
                handoff.state(),
                handoff.place().department(),
                PersonShown.of(handoff.agentId(), names),
                since,
                until == null ? null : Duration.between(since, until).toSeconds(),
                outcome.reason(),
                ticket == null ? null : ticket.number());
    }

    private static @Nullable Ban ban(@Nullable Block block, Names names) {
        return block == null
                ? null
                : new Ban(
                        block.id(),
                        block.reason(),
                        new PersonShown(block.blockedBy(), names.of(block.blockedBy())),
                        block.blockedAt(),
                        block.until());
    }
}
