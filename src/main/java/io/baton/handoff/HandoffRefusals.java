package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.chat.Conversations;
import io.baton.kernel.NoticeRaised;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers who was refused for asking too often. When a customer does not stop, or several customers of one address are
 * refused, the managers of the department that was asked for are told: once, then not for an hour, whatever comes at the
 * same time.
 */
@Component
class HandoffRefusals {

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration SILENCE = Duration.ofHours(1);

    private final RefusalTable table;
    private final Conversations conversations;
    private final Routing routing;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Turn turn;

    HandoffRefusals(
            RefusalTable table,
            Conversations conversations,
            Routing routing,
            People people,
            ApplicationEventPublisher events,
            Turn turn) {
        this.table = table;
        this.conversations = conversations;
        this.routing = routing;
        this.people = people;
        this.events = events;
        this.turn = turn;
    }

    /** The current customer was refused; in a transaction of its own, since nothing else of the request remains. */
    @Transactional
    public void tooOften(UUID conversation, HandoffRequest request, String address) {
        var customer = turn.actor().id();
        conversations
                .find(conversation)
                .filter(found -> found.customerId().toString().equals(customer))
                .ifPresent(found -> {
                    if (count(RefusalTable.Kind.CUSTOMER, customer, found, request)) {
                        count(RefusalTable.Kind.ADDRESS, address, found, request);
                    }
                });
    }

    /** True when it is the first for a while. */
    private boolean count(RefusalTable.Kind kind, String subject, Conversation conversation, HandoffRequest request) {
        var settings = turn.settings();
        var patience = new RefusalTable.Patience(
                settings.number("handoff.alert-after-refusals", 3),
                settings.duration("handoff.alert-within", WITHIN),
                settings.duration("handoff.alert-again-after", SILENCE));
        var first = table.add(turn.tenant(), kind, subject, turn.now(), patience);
        if (table.alert(kind, subject, turn.now(), patience)) {
            var text = kind == RefusalTable.Kind.CUSTOMER ? Texts.CUSTOMER_TOO_OFTEN : Texts.ADDRESS_TOO_OFTEN;
            people.managers(routing.department(conversation, request))
                    .forEach(manager -> events.publishEvent(new NoticeRaised(
                            turn.who(),
                            manager,
                            "customer.too-often",
                            text.zh(),
                            text.en(),
                            "/desk/customers/" + conversation.customerId())));
        }
        return first;
    }
}
