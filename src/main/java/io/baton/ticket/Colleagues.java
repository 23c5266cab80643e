package io.baton.ticket;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who can be given a ticket: agents and managers of its department who may log in. */
@Component
class Colleagues {

    private final Directory directory;

    Colleagues(Directory directory) {
        this.directory = directory;
    }

    List<Assignee> of(String department) {
        return directory.of(department).stream()
                .filter(Colleagues::works)
                .map(Colleagues::assignee)
                .toList();
    }

    /** The person, or 422 for whoever cannot be given a ticket of the department. */
    Assignee find(String id, String department) {
        return directory
                .person(id)
                .filter(person -> person.enabled() && department.equals(person.department()) && works(person))
                .map(Colleagues::assignee)
                .orElseThrow(() -> Problem.invalid("assignee", "is nobody who works in this department"));
    }

    /** Passes when there is such a department; else 422. */
    void requireDepartment(String id) {
        if (directory.department(id).isEmpty()) {
            throw Problem.invalid("department", "is no department");
        }
    }

    private static boolean works(Person person) {
        return person.is(Role.CUSTOMER_SERVICE) || person.is(Role.MANAGER);
    }

    private static Assignee assignee(Person person) {
        return new Assignee(person.id(), person.name());
    }
}
