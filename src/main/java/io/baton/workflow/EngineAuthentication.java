package io.baton.workflow;

import io.baton.kernel.Actor;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Tells the engine who acts, so that its operation log names a person; the thread gets back the authentication that it
 * had before.
 */
@Component
class EngineAuthentication {

    private final IdentityService identity;

    EngineAuthentication(IdentityService identity) {
        this.identity = identity;
    }

    /** Runs a command in the actor's name and tenant, with the grants of Baton's own commands. */
    <T> T as(Actor actor, Supplier<T> command) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(
                actor.id(), List.of(EngineGrants.FACADE), List.of(actor.tenant().id()));
        try {
            return command.get();
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
