package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.Tenant;
import java.util.Set;

/** A customer who came in through the widget: no role, no group, and the id of nobody who works here. */
public record Visitor(Tenant tenant, String id, String name) {

    /** The authority of customers; staff have {@value Authorities#STAFF}. */
    public static final String AUTHORITY = "VISITOR";

    public Actor actor() {
        return new Actor(tenant, id, name, null, Set.of(), Set.of());
    }
}
