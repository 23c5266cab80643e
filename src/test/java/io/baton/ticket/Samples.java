package io.baton.ticket;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tickets and people to try things with. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final Duration DAY = Duration.ofDays(1);
    static final Tenant ACME = new Tenant("acme");
    static final Actor SYSTEM = Actor.system(ACME);
    static final Actor HE_XIN = person("kf017", "何欣", "vip", Role.CUSTOMER_SERVICE);
    static final Actor LIN_TAO = person("kf018", "林涛", "vip", Role.CUSTOMER_SERVICE);

    private Samples() {}

    static Actor person(String id, String name, @Nullable String department, Role role) {
        return new Actor(ACME, id, name, department, Set.of(role), Set.of("acme.people"));
    }

    static NewTicket about(String subject) {
        var customer = new NewTicket.Customer("c1", "林女士");
        return new NewTicket(Ids.next(), customer, subject, "想退票", "vip", TicketPriority.NORMAL);
    }

    static Ticket fresh() {
        return Ticket.open(Ids.next(), "T-20261122-000001", about("退票"), DAY, SYSTEM, NOON)
                .ticket();
    }

    /** A ticket in a state; 何欣 has it where somebody has to. */
    static Ticket in(TicketState state) {
        var open = fresh().assign(Assignee.of(HE_XIN), HE_XIN, NOON).ticket();
        return switch (state) {
            case NEW -> fresh();
            case OPEN -> open;
            case PENDING -> open.pend(HE_XIN, NOON).ticket();
            case SOLVED -> open.solve(HE_XIN, NOON).ticket();
            case CLOSED -> open.close(HE_XIN, NOON).ticket();
        };
    }
}
