package io.baton.handoff;

import io.baton.rules.InvalidRules;
import io.baton.rules.RuleBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the rules compiled before a node takes anybody: who ranks holds a department meanwhile, on all nodes, and the first
 * to ask of a new node would make every customer of it wait for the compiler.
 */
@Component
class RulesCompiled {

    private static final Logger log = LoggerFactory.getLogger(RulesCompiled.class);

    private final RuleBooks books;

    RulesCompiled(RuleBooks books) {
        this.books = books;
    }

    @EventListener(ApplicationStartedEvent.class)
    void compile() {
        try {
            books.open("handoff");
        } catch (InvalidRules invalid) {
            log.error("nobody is brought to an agent before the rules are in order: {}", invalid.getMessage());
        }
    }
}
