package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.chat.MessagesCommitted;
import io.baton.chat.SenderType;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import io.baton.ticket.CustomerReplies;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the tickets that a customer wrote again. A message costs an entry in a map; the database is asked once for all of
 * them, and now and then about all tickets that wait, in case a node died with what it had heard.
 */
@Component
class TicketReplies {

    private static final Logger log = LoggerFactory.getLogger(TicketReplies.class);
    private static final int PART = 200;

    private record Spoken(Tenant tenant, UUID conversation) {}

    private final CustomerReplies replies;
    private final Conversations conversations;
    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final Map<Spoken, Instant> heard = new ConcurrentHashMap<>();

    TicketReplies(CustomerReplies replies, Conversations conversations, TenantCatalog tenants, TenantScope scope) {
        this.replies = replies;
        this.conversations = conversations;
        this.tenants = tenants;
        this.scope = scope;
    }

    @EventListener
    void on(MessagesCommitted event) {
        for (var committed : event.messages()) {
            var message = committed.message();
            if (message.senderType() == SenderType.CUSTOMER) {
                heard.merge(
                        new Spoken(committed.tenant(), message.conversationId()),
                        message.sentAt(),
                        TicketReplies::later);
            }
        }
    }

    @Scheduled(fixedDelayString = "${baton.ticket.replies:PT1S}", initialDelayString = "${baton.ticket.replies:PT1S}")
    void pass() {
        var taken = new HashMap<Tenant, Map<UUID, Instant>>();
        for (var spoken : List.copyOf(heard.keySet())) {
            var at = heard.remove(spoken);
            if (at != null) {
                taken.computeIfAbsent(spoken.tenant(), tenant -> new HashMap<>())
                        .put(spoken.conversation(), at);
            }
        }
        taken.forEach((tenant, wrote) -> attempt(tenant, () -> replies.wrote(wrote)));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void catchUp() {
        tenants.all().forEach(tenant -> attempt(tenant, this::lookAtAll));
    }

    private void lookAtAll() {
        @Nullable UUID last = null;
        Map<UUID, UUID> part;
        do {
            part = replies.awaited(last, PART);
            replies.wrote(conversations.lastOfCustomers(part.values()));
            last = part.isEmpty() ? null : List.copyOf(part.keySet()).getLast();
        } while (part.size() == PART);
    }

    private void attempt(Tenant tenant, Runnable work) {
        try {
            scope.run(tenant, work);
        } catch (RuntimeException failure) {
            log.error("the tickets of {} did not hear of their customers this time", tenant, failure);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
