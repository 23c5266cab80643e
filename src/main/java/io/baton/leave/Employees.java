package io.baton.leave;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who has leave: the agents on the rota, and who leads them. */
@Component
class Employees {

    private static final Set<Role> ROLES = Set.of(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);

    private final Agents agents;
    private final Directory directory;

    Employees(Agents agents, Directory directory) {
        this.agents = agents;
        this.directory = directory;
    }

    Optional<Employee> find(String id) {
        var person = directory.person(id).filter(Employees::hasLeave);
        boolean leads = person.filter(known -> known.is(Role.MANAGER) || known.is(Role.ADMIN))
                .isPresent();
        return agents.find(id)
                .map(agent -> new Employee(agent.id(), agent.department(), leads))
                .or(() -> person.map(
                        known -> new Employee(known.id(), known.department(), leads || known.department() == null)));
    }

    /** The employee, or 404 {@code agent_unknown}. */
    Employee get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("agent_unknown"));
    }

    /** The person, or the reader when nobody is named; 403 for those whose balance is not the reader's to see. */
    String readable(Actor reader, @Nullable String id) {
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return id == null || id.equals(reader.id())
                ? reader.id()
                : ledBy(reader, id).id();
    }

    /** The employee, or 403 when somebody else decides about this person. */
    Employee ledBy(Actor leader, String id) {
        var employee = get(id);
        if (!employee.isLedBy(leader)) {
            throw Problem.forbidden("forbidden");
        }
        return employee;
    }

    /** The ids of all; of those who are no agents only who may log in. */
    List<String> ids() {
        var others = directory.people().stream()
                .filter(person -> person.enabled() && hasLeave(person))
                .map(Person::id);
        return Stream.concat(agents.of(null).stream().map(Agent::id), others)
                .distinct()
                .toList();
    }

    private static boolean hasLeave(Person person) {
        return person.roles().stream().anyMatch(ROLES::contains);
    }
}
