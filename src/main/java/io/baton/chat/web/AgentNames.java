package io.baton.chat.web;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.Problem;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The names of agents; while nobody is known, and for who has left, the id has to do. */
@Component
class AgentNames {

    private final Directory directory;

    AgentNames(Directory directory) {
        this.directory = directory;
    }

    String of(String id) {
        try {
            return directory.person(id).map(Person::name).orElseGet(() -> id.toUpperCase(Locale.ROOT));
        } catch (Problem unavailable) {
            return id.toUpperCase(Locale.ROOT);
        }
    }
}
