package io.baton.kernel;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts: a person of a tenant, or the tenant's system when a timer or a sweep acts.
 *
 * @param id the Keycloak user name in lower case; {@value #SYSTEM} for the system
 * @param department the id of the own department; absent for people who serve the whole tenant
 * @param groups flat Keycloak group names, for example {@code acme.vip.managers}
 */
public record Actor(
        Tenant tenant, String id, String name, @Nullable String department, Set<Role> roles, Set<String> groups) {

    public static final String SYSTEM = "system";

    public Actor {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    public static Actor system(Tenant tenant) {
        return new Actor(tenant, SYSTEM, "Baton", null, Set.of(), Set.of());
    }

    public boolean isSystem() {
        return SYSTEM.equals(id);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this person decides for the department: its manager or an administrator of the tenant. */
    public boolean leads(@Nullable String department) {
        return is(Role.ADMIN) || (is(Role.MANAGER) && department != null && department.equals(this.department));
    }

    /** Passes when the actor has one of the roles; otherwise refuses with 403 {@code forbidden}. */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw Problem.forbidden("forbidden");
        }
    }
}
