package io.baton.handoff;

import java.util.Set;
import java.util.UUID;

/**
 * What a customer asks for.
 *
 * @param subject what the conversation is about; may be empty
 * @param skills what the agent should know; changes only when an agent passes the customer on to other skills
 */
public record Ask(UUID conversationId, Customer customer, String subject, String reason, Set<String> skills) {

    /** Who asks. */
    public record Customer(String id, String name) {}

    public Ask {
        skills = Set.copyOf(skills);
    }

    Ask seeking(Set<String> wanted) {
        return wanted.isEmpty() ? this : new Ask(conversationId, customer, subject, reason, wanted);
    }
}
