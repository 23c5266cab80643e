package io.baton.rules;

import java.util.List;

/** A rule book that does not compile; says where and why. */
public final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    InvalidRules(String book, List<String> errors) {
        super("rules/" + book + ".drl does not compile: " + String.join("; ", errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
