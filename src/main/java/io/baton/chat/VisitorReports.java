package io.baton.chat;

import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what the company's site tells of a visitor: attributes, pages, events. Refuses with 422 what is out of bounds, and
 * then keeps nothing of the request. Checks no rights: the callers do.
 */
@Component
@Transactional
public class VisitorReports {

    private final Customers customers;
    private final VisitorReportTable table;
    private final Clock clock;

    /** A page as a browser tells it. */
    public record Visit(
            String url, @Nullable String title, @Nullable Instant at) {}

    VisitorReports(Customers customers, VisitorReportTable table, Clock clock) {
        this.customers = customers;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Adds attributes to those that are known, and removes those that are null; of two at once both are kept. That somebody is
     * a {@value Customer#VIP} is left out: only the company's signature says so.
     */
    public void describe(UUID customer, Map<String, ?> attributes) {
        var texts = PlainValues.of("attributes", attributes);
        texts.remove(Customer.VIP);
        customers.hold(customer);
        if (!customers.describe(customer, texts)) {
            throw Problem.invalid("attributes", "must be at most %d keys".formatted(Customers.ATTRIBUTES));
        }
    }

    public void visited(UUID customer, List<Visit> visits) {
        var now = clock.instant();
        var pages = visits.stream()
                .map(visit -> PageVisit.told(visit.url(), visit.title(), visit.at(), now))
                .toList();
        customers.hold(customer);
        table.add(customer, pages);
    }

    public void happened(UUID customer, String name, Map<String, ?> data) {
        var event = SiteEvent.told(name, data, clock.instant());
        customers.hold(customer);
        table.add(customer, event);
    }
}
