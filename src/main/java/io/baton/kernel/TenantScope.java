package io.baton.kernel;

import java.util.function.Supplier;

/**
 * Runs work as an actor, so that row-level security shows the rows of that actor's tenant and no others. Works inside
 * and outside of a transaction; the scope before is restored afterwards.
 */
public interface TenantScope {

    <T> T call(Actor actor, Supplier<T> work);

    default void run(Actor actor, Runnable work) {
        call(actor, () -> {
            work.run();
            return true;
        });
    }

    /** Runs work as the tenant's system. */
    default void run(Tenant tenant, Runnable work) {
        run(Actor.system(tenant), work);
    }

    default <T> T call(Tenant tenant, Supplier<T> work) {
        return call(Actor.system(tenant), work);
    }
}
