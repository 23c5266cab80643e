package io.baton.rota;

import java.util.Set;

/**
 * Somebody who takes conversations.
 *
 * @param id the person id
 * @param skills codes such as {@code refund} or {@code vip}
 * @param level 1 (new) to 5 (expert)
 * @param maxConversations the most conversations at once, 0 to 50
 * @param autoAccept takes an offer without being asked
 */
public record Agent(
        String id,
        String name,
        String department,
        Set<String> skills,
        int level,
        boolean senior,
        int maxConversations,
        boolean autoAccept) {

    public Agent {
        skills = Set.copyOf(skills);
    }
}
