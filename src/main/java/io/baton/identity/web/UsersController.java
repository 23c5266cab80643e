package io.baton.identity.web;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists people: all of them to administrators, those of the own department to its manager, to others nobody. */
@RestController
@RequestMapping("/api/v1/users")
class UsersController {

    private final CurrentActor current;
    private final Directory directory;

    UsersController(CurrentActor current, Directory directory) {
        this.current = current;
        this.directory = directory;
    }

    record User(
            String id,
            String name,
            DepartmentsController.@Nullable Item department,
            List<String> roles,
            boolean enabled) {}

    @GetMapping
    Page<User> list(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String role,
            Locale locale) {
        var actor = current.get();
        actor.require(Role.MANAGER, Role.ADMIN);
        var wantedRole = role == null ? null : role(role);
        var wanted = department == null ? scope(actor) : allowed(actor, department);
        return Page.last(directory.people().stream()
                .filter(person -> wanted == null || wanted.equals(person.department()))
                .filter(person -> wantedRole == null || person.is(wantedRole))
                .map(person -> user(person, locale))
                .toList());
    }

    private static @Nullable String scope(Actor actor) {
        if (actor.is(Role.ADMIN)) {
            return null;
        }
        if (actor.department() == null) {
            throw Problem.forbidden("forbidden");
        }
        return actor.department();
    }

    private String allowed(Actor actor, String department) {
        if (directory.department(department).isEmpty()) {
            throw Problem.notFound("department_unknown");
        }
        if (!actor.leads(department)) {
            throw Problem.forbidden("forbidden");
        }
        return department;
    }

    private User user(Person person, Locale locale) {
        var id = person.department();
        var department = id == null
                ? null
                : new DepartmentsController.Item(
                        id,
                        directory
                                .department(id)
                                .map(known -> known.name(locale))
                                .orElse(id));
        return new User(
                person.id(),
                person.name(),
                department,
                person.roles().stream().sorted().map(Role::claim).toList(),
                person.enabled());
    }

    private static Role role(String claim) {
        return Role.of(claim).orElseThrow(() -> Problem.invalid("role", "is no role"));
    }
}
