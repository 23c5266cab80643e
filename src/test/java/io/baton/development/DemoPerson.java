package io.baton.development;

import java.util.List;
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
}
