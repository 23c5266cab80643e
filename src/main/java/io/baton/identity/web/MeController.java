package io.baton.identity.web;

import io.baton.identity.Department;
import io.baton.identity.Directory;
import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the signed-in person who they are, and which of the engine's applications are open to them. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final CurrentActor current;
    private final Tenants tenants;
    private final Directory directory;

    MeController(CurrentActor current, Tenants tenants, Directory directory) {
        this.current = current;
        this.tenants = tenants;
        this.directory = directory;
    }

    record Company(String id, String name, String zone) {}

    record Me(
            String id,
            String name,
            Company tenant,
            DepartmentsController.@Nullable Item department,
            List<String> roles,
            List<String> webapps) {}

    @GetMapping
    Me me(Locale locale) {
        var actor = current.get();
        var settings = tenants.settings();
        return new Me(
                actor.id(),
                actor.name(),
                new Company(
                        actor.tenant().id(), settings.name(), settings.zone().getId()),
                department(actor.department(), locale),
                actor.roles().stream().sorted().map(Role::claim).toList(),
                webapps(actor));
    }

    /** The department's name, or its id as long as Keycloak cannot be asked. */
    private DepartmentsController.@Nullable Item department(@Nullable String id, Locale locale) {
        if (id == null) {
            return null;
        }
        try {
            var name = directory.department(id).map(department -> department.name(locale));
            return new DepartmentsController.Item(id, name.orElse(id));
        } catch (Problem unavailable) {
            return DepartmentsController.Item.of(new Department(id, id, id), locale);
        }
    }

    private static List<String> webapps(Actor actor) {
        if (actor.is(Role.ADMIN)) {
            return List.of("tasklist", "cockpit", "admin");
        }
        if (actor.is(Role.MANAGER)) {
            return List.of("tasklist");
        }
        return actor.is(Role.AUDITOR) || actor.is(Role.DESIGNER) ? List.of("cockpit") : List.of();
    }
}
