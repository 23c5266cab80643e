package io.baton.development;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills the demonstration after the start; what is there already stays as it is. */
@Component
@Profile("demo")
@ConditionalOnProperty("baton.demo-data")
class DemoData {

    private final DemoRota rota;
    private final DemoLeave leave;
    private final DemoEmployment employment;
    private final DemoWishes wishes;
    private final DemoConversations conversations;
    private final DemoKnowledge knowledge;
    private final DemoTickets tickets;
    private final DemoQuickReplies replies;

    DemoData(
            DemoRota rota,
            DemoLeave leave,
            DemoEmployment employment,
            DemoWishes wishes,
            JdbcClient jdbc,
            TransactionOperations transactions,
            TenantScope scope,
            Clock clock) {
        this.rota = rota;
        this.leave = leave;
        this.employment = employment;
        this.wishes = wishes;
        this.conversations = new DemoConversations(jdbc, transactions, scope, clock);
        this.knowledge = new DemoKnowledge(jdbc, transactions, scope, clock);
        this.tickets = new DemoTickets(jdbc, transactions, scope, clock);
        this.replies = new DemoQuickReplies(jdbc, transactions, scope);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void fill() {
        for (var tenant : List.of(new Tenant("acme"), new Tenant("globex"))) {
            rota.fill(tenant);
            employment.fill(tenant);
            wishes.fill(tenant);
        }
        leave.fill(new Tenant("acme"));
        conversations.seed();
        knowledge.seed();
        tickets.seed();
        replies.seed();
    }
}
