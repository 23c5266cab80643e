package io.baton.handoff;

import io.baton.chat.Block;
import io.baton.chat.Conversation;
import io.baton.chat.Customer;
import io.baton.ticket.CustomerTickets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer.
 *
 * @param refusals how often asking for a person was refused for being too often; absent for never
 * @param standing what only managers and administrators are told
 */
public record CustomerRecord(
        Customer customer,
        Some<Conversation> conversations,
        Some<HandoffSnapshot> handoffs,
        Some<CustomerTickets.Line> tickets,
        @Nullable Refusals refusals,
        Standing standing) {

    /**
     * The newest of something.
     *
     * @param total of all departments, whether or not the reader may see them
     */
    public record Some<T>(int total, List<T> items) {

        public Some {
            items = List.copyOf(items);
        }
    }

    /** So many, the last one then. */
    public record Refusals(long total, Instant lastAt) {}

    /**
     * @param address from where the customer came last
     * @param block what holds now
     */
    public record Standing(
            boolean blocked,
            @Nullable String address,
            @Nullable Block block) {}
}
