package io.baton.handoff;

import java.util.Set;
import java.util.UUID;

/**
 * What a customer asks for; never changes.
 *
 * @param subject what the conversation is about; may be empty
 * @param skills what the agent should know
 */
public record Ask(UUID conversationId, Customer customer, String subject, String reason, Set<String> skills) {

    /** Who asks. */
    public record Customer(String id, String name) {}

    public Ask {
        skills = Set.copyOf(skills);
    }
}
