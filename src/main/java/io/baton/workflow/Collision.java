package io.baton.workflow;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether two commands met in the database where the engine does not call it optimistic locking: one ended what the
 * other had just added to, or both waited for each other. Nothing has happened then, and the command may be tried again.
 */
final class Collision {

    private static final String FOREIGN_KEY = "23503";
    private static final String SERIALIZATION = "40001";
    private static final String DEADLOCK = "40P01";
    private static final Set<String> STATES = Set.of(FOREIGN_KEY, SERIALIZATION, DEADLOCK);

    private Collision() {}

    static boolean in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && STATES.contains(sql.getSQLState()));
    }
}
