package io.baton.chat;

import io.baton.kernel.Actor;

/**
 * Someone who takes part in conversations.
 *
 * @param id the person id of an agent, the visitor id of a customer
 */
public record Party(Kind kind, String id) {

    /** On which side of the conversation. */
    public enum Kind {
        AGENT,
        CUSTOMER
    }

    public static Party agent(String id) {
        return new Party(Kind.AGENT, id);
    }

    public static Party customer(String id) {
        return new Party(Kind.CUSTOMER, id);
    }

    /** On whose side an actor is: everybody who works here has a role or a group, a customer has neither. */
    public static Party of(Actor actor) {
        return actor.roles().isEmpty() && actor.groups().isEmpty() && !actor.isSystem()
                ? customer(actor.id())
                : agent(actor.id());
    }
}
