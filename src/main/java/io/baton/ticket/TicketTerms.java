package io.baton.ticket;

import io.baton.identity.Tenants;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How long things may take, as the tenant that acts wants it. */
@Component
class TicketTerms {

    private final Tenants tenants;

    TicketTerms(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Within which time a customer is to be answered. */
    Duration due(TicketPriority priority) {
        var fallback = switch (priority) {
            case URGENT -> Duration.ofHours(4);
            case HIGH -> Duration.ofHours(8);
            case NORMAL -> Duration.ofDays(1);
            case LOW -> Duration.ofDays(3);
        };
        return tenants.settings().duration("ticket.due." + priority.name().toLowerCase(Locale.ROOT), fallback);
    }

    /** For how long a solved ticket may be reopened. */
    Duration closeAfter() {
        return tenants.settings().duration("ticket.close-after", Duration.ofDays(4));
    }
}
