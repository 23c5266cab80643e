package io.baton.handoff;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How people are called; while nobody is known, and for who has left, the id has to do. */
@Component
public class Names {

    private final Directory directory;

    Names(Directory directory) {
        this.directory = directory;
    }

    public String of(String id) {
        if (id.equals(Actor.SYSTEM)) {
            return "Baton";
        }
        try {
            return directory.person(id).map(Person::name).orElseGet(() -> id.toUpperCase(Locale.ROOT));
        } catch (Problem unavailable) {
            return id.toUpperCase(Locale.ROOT);
        }
    }
}
