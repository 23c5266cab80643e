package io.baton.chat.web;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** The names of agents, for lists. */
@Component
class AgentNames {

    String of(String id) {
        return id.toUpperCase(Locale.ROOT);
    }
}
