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
 * @param weeklyHours paid hours of a week by contract, 1 to 60
 */
public record Agent(
        String id,
        String name,
        String department,
        Set<String> skills,
        int level,
        boolean senior,
        int maxConversations,
        boolean autoAccept,
        int weeklyHours) {

    /** The usual week; State Council rules on working hours, 1995, article 3. */
    public static final int FULL_TIME = 40;

    public Agent {
        skills = Set.copyOf(skills);
    }

    /** Somebody who works full time. */
    public Agent(
            String id,
            String name,
            String department,
            Set<String> skills,
            int level,
            boolean senior,
            int maxConversations,
            boolean autoAccept) {
        this(id, name, department, skills, level, senior, maxConversations, autoAccept, FULL_TIME);
    }
}
