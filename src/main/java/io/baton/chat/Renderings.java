package io.baton.chat;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a quick reply with what is known of a conversation that the current actor may read; sends nothing. */
@Component
@Transactional(readOnly = true)
public class Renderings {

    private final QuickReplies replies;
    private final History history;
    private final Customers customers;
    private final Tenants tenants;
    private final CurrentActor current;

    /**
     * The text, ready to be looked over and sent.
     *
     * @param missing placeholders that nothing is known for; they stay in the text
     */
    public record Rendering(String text, List<String> missing) {}

    Renderings(QuickReplies replies, History history, Customers customers, Tenants tenants, CurrentActor current) {
        this.replies = replies;
        this.history = history;
        this.customers = customers;
        this.tenants = tenants;
        this.current = current;
    }

    public Rendering of(UUID reply, UUID conversation) {
        var body = replies.get(reply).body();
        var filled = Placeholders.fill(body, values(history.get(conversation)));
        return new Rendering(filled.text(), filled.missing());
    }

    private Map<String, String> values(Conversation conversation) {
        var values = new HashMap<String, String>();
        values.put("agent.name", current.get().name());
        values.put("company.name", tenants.settings().name());
        values.put("conversation.number", conversation.number());
        put(values, "conversation.subject", conversation.subject());
        put(values, "conversation.category", conversation.category());
        customers.find(conversation.customerId()).ifPresent(customer -> {
            values.put("customer.name", customer.name());
            customer.attributes().forEach((key, value) -> values.put(Placeholders.ATTRIBUTE + key, value));
        });
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
