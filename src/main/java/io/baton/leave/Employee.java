package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has leave.
 *
 * @param forAdmins only administrators decide: about those who lead a department or belong to none
 */
record Employee(String id, @Nullable String department, boolean forAdmins) {

    /** Whether this person decides about the other; never about oneself. */
    boolean isLedBy(Actor actor) {
        return !actor.id().equals(id) && (forAdmins ? actor.is(Role.ADMIN) : actor.leads(department));
    }
}
