package io.baton.rules;

import java.util.List;

/** A rule book that does not compile, or whose table of weights does not fit it; says where and why. */
public final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    private InvalidRules(String message, List<String> errors) {
        super(message + String.join("; ", errors));
        this.errors = List.copyOf(errors);
    }

    static InvalidRules ofBook(String book, List<String> errors) {
        return new InvalidRules("rules/" + book + ".drl does not compile: ", errors);
    }

    static InvalidRules ofTable(String book, List<String> errors) {
        return new InvalidRules("rules/" + book + "-weights.csv does not fit: ", errors);
    }

    public List<String> errors() {
        return errors;
    }
}
