package io.baton.identity;

import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The ids of the people who lead the tenant that acts; nobody while nobody is known, so that what waits for them waits on. */
@Component
public class Leads {

    private static final Logger log = LoggerFactory.getLogger(Leads.class);

    private final Directory directory;

    Leads(Directory directory) {
        this.directory = directory;
    }

    /** The managers of a department. */
    public List<String> managers(String department) {
        return known(() -> directory.managers(department));
    }

    /** The administrators. */
    public List<String> admins() {
        return known(() -> directory.with(Role.ADMIN));
    }

    private static List<String> known(Supplier<List<Person>> people) {
        try {
            return people.get().stream().map(Person::id).toList();
        } catch (Problem unavailable) {
            log.warn("those who lead are not told: {}", unavailable.code());
            return List.of();
        }
    }
}
