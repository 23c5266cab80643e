package io.baton.development;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody of the demonstration; the groups follow from role, tenant and department. */
public record DemoPerson(
        String id, String name, String tenant, @Nullable String department, String role) {

    public List<String> groups() {
        var everyone = tenant + "." + role + "s";
        if (department == null) {
            return List.of(everyone);
        }
        var own = tenant + "." + department;
        return List.of(everyone, role.equals("manager") ? own + ".managers" : own);
    }

    /** Who acts when this person does something. */
    Actor actor() {
        var held = role.equals("agent") ? Role.CUSTOMER_SERVICE : Role.of(role).orElseThrow();
        return new Actor(new Tenant(tenant), id, name, department, Set.of(held), Set.copyOf(groups()));
    }
}
