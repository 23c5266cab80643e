package io.baton.identity;

import java.util.List;

/** The people and departments of one tenant at the time they were read, each sorted by id. */
record Company(List<Person> people, List<Department> departments) {

    Company {
        people = List.copyOf(people);
        departments = List.copyOf(departments);
    }
}
