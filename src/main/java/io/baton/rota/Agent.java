package io.baton.rota;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes conversations.
 *
 * @param id the person id
 * @param skills codes such as {@code refund} or {@code vip}
 * @param level 1 (new) to 5 (expert)
 * @param maxConversations the most conversations at once, 0 to 50
 * @param autoAccept takes an offer without being asked
 * @param weeklyHours paid hours of a week by contract, 1 to 60
 * @param service since when the person works
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
        int weeklyHours,
        Service service) {

    /**
     * Since when somebody works; refuses to have joined before the first employment ever.
     *
     * @param worksSince first day of the first employment, anywhere
     * @param employedSince first day with this employer
     */
    public record Service(
            @Nullable LocalDate worksSince, @Nullable LocalDate employedSince) {

        public static final Service UNKNOWN = new Service(null, null);

        public Service {
            if (worksSince != null && employedSince != null && worksSince.isAfter(employedSince)) {
                throw new IllegalArgumentException("employed before the first employment");
            }
        }
    }

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

    /** Somebody of whom nobody wrote down since when. */
    public Agent(
            String id,
            String name,
            String department,
            Set<String> skills,
            int level,
            boolean senior,
            int maxConversations,
            boolean autoAccept,
            int weeklyHours) {
        this(id, name, department, skills, level, senior, maxConversations, autoAccept, weeklyHours, Service.UNKNOWN);
    }

    public Agent with(Service known) {
        return new Agent(id, name, department, skills, level, senior, maxConversations, autoAccept, weeklyHours, known);
    }
}
