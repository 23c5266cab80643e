package io.baton.ticket;

import io.baton.kernel.Actor;

/** The person who has a ticket. */
public record Assignee(String id, String name) {

    static Assignee of(Actor actor) {
        return new Assignee(actor.id(), actor.name());
    }

    boolean is(Actor actor) {
        return id.equals(actor.id());
    }
}
