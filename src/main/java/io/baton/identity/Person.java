package io.baton.identity;

import io.baton.kernel.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for a tenant, as Keycloak knows the person.
 *
 * @param id the user name in lower case
 * @param department absent for people who serve the whole tenant
 * @param enabled whether the person may log in
 */
public record Person(String id, String name, @Nullable String department, Set<Role> roles, boolean enabled) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
