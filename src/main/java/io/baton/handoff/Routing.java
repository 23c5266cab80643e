package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.chat.Conversations;
import io.baton.chat.Customer;
import io.baton.chat.Customers;
import io.baton.identity.Directory;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who asks and which department is to answer. */
@Component
class Routing {

    private final Conversations conversations;
    private final Customers customers;
    private final Directory directory;
    private final Turn turn;

    Routing(Conversations conversations, Customers customers, Directory directory, Turn turn) {
        this.conversations = conversations;
        this.customers = customers;
        this.directory = directory;
        this.turn = turn;
    }

    /** The conversation if the actor has a part in it or leads its department; otherwise 404. */
    Conversation mine(UUID id) {
        var actor = turn.actor();
        return conversations
                .find(id)
                .filter(found -> actor.isSystem()
                        || found.customerId().toString().equals(actor.id())
                        || actor.id().equals(found.agentId())
                        || actor.is(Role.ADMIN)
                        || actor.leads(found.department()))
                .orElseThrow(() -> Problem.notFound("conversation_unknown"));
    }

    /** Who asks; nothing when the customer was forgotten meanwhile. */
    Optional<Customer> customer(Conversation conversation) {
        return customers.find(conversation.customerId());
    }

    Ask ask(Conversation conversation, Optional<Customer> customer, HandoffRequest request) {
        return new Ask(
                conversation.id(),
                new Ask.Customer(
                        conversation.customerId().toString(),
                        customer.map(Customer::name).orElse("")),
                conversation.subject() == null ? "" : conversation.subject(),
                request.reason(),
                request.skills());
    }

    /** The place at the end of the queue of the department that is to answer; a VIP presses one step more. */
    Place place(Conversation conversation, Optional<Customer> customer, HandoffRequest request) {
        var vip = customer.filter(Customer::isVip).isPresent();
        return Place.entering(
                department(conversation, request), vip ? request.priority().raised() : request.priority(), turn.now());
    }

    /**
     * The department of a category: the one of that name, else the tenant's setting {@code handoff.department.<category>},
     * else {@code handoff.default-department}, else the tenant's first.
     */
    String department(Conversation conversation, HandoffRequest request) {
        var known = directory.departments().stream()
                .map(department -> department.id())
                .toList();
        var category = request.category() == null ? conversation.category() : request.category();
        var settings = turn.settings();
        var fallback = settings.text("handoff.default-department", known.isEmpty() ? "support" : known.getFirst());
        return of(category, known, settings.text("handoff.department." + category, fallback));
    }

    private static String of(@Nullable String category, java.util.List<String> known, String otherwise) {
        return category != null && known.contains(category) ? category : otherwise;
    }
}
