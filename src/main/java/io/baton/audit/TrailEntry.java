package io.baton.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param role the roles the actor had then, separated by commas; {@code system} when a timer or a sweep acted
 * @param owner the person the request concerns
 * @param department the department whose manager may read it
 */
public record TrailEntry(
        Instant at,
        String actor,
        String actorName,
        String role,
        String what,
        @Nullable String owner,
        @Nullable String department,
        @Nullable String before,
        @Nullable String after,
        @Nullable String comment) {}
