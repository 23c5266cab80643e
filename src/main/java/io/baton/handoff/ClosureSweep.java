package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.chat.Conversations;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The safety net below the end of conversations: finds handoffs that go on although their conversation has ended, because a
 * node died between ending it and telling them. Without it their seats would stay taken.
 */
@Component
class ClosureSweep {

    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final HandoffTable handoffs;
    private final Conversations conversations;
    private final TransactionOperations transactions;
    private final FloorEvents floor;

    ClosureSweep(
            TenantCatalog tenants,
            TenantScope scope,
            HandoffTable handoffs,
            Conversations conversations,
            TransactionOperations transactions,
            FloorEvents floor) {
        this.tenants = tenants;
        this.scope = scope;
        this.handoffs = handoffs;
        this.conversations = conversations;
        this.transactions = transactions;
        this.floor = floor;
    }

    @Scheduled(fixedDelayString = "${baton.handoff.closure-sweep:PT5S}", initialDelayString = "PT5S")
    void sweep() {
        tenants.all()
                .forEach(tenant -> closed(tenant).forEach(conversation -> {
                    var reason = conversation.closeReason();
                    floor.closed(tenant, conversation.id(), reason == null ? "closed" : reason);
                }));
    }

    private List<Conversation> closed(Tenant tenant) {
        return scope.call(
                tenant, () -> transactions.execute(status -> conversations.closedAmong(handoffs.openConversations())));
    }
}
