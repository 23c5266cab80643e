package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for leave.
 *
 * @param forAdmins only administrators decide: about those who lead a department or belong to none
 */
public record Applicant(String id, String name, @Nullable String department, boolean forAdmins) {

    /** The person as an applicant; 403 for those who have no leave in Baton: auditors, designers, the system. */
    public static Applicant of(Actor actor) {
        if (actor.isSystem()) {
            throw Problem.forbidden("forbidden");
        }
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        boolean leads = actor.is(Role.MANAGER) || actor.is(Role.ADMIN);
        return new Applicant(actor.id(), actor.name(), actor.department(), leads || actor.department() == null);
    }
}
