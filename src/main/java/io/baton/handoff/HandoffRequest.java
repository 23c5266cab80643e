package io.baton.handoff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer, or an agent on a customer's behalf, asks for. */
public record HandoffRequest(String reason, @Nullable String category, Priority priority, Set<String> skills) {

    public HandoffRequest {
        skills = Set.copyOf(skills);
    }
}
