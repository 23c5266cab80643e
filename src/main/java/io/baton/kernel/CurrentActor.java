package io.baton.kernel;

import java.util.Optional;

/** Tells who acts on this thread: the signed-in person, or the actor of the enclosing {@link TenantScope}. */
public interface CurrentActor {

    Optional<Actor> find();

    /** The actor, or 401 {@code unauthenticated} when nobody is known. */
    default Actor get() {
        return find().orElseThrow(Problem::unauthenticated);
    }

    default Tenant tenant() {
        return get().tenant();
    }
}
