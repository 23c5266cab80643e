package io.baton.workflow;

import io.baton.kernel.Actor;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Runs commands of Baton's own, as one for the engine: its operation log names the person, and what it has to store is
 * stored once. Who may do what was decided before, in the caller's module, so the engine's own grants are not asked; its
 * tenants are. The thread gets back the authentication that it had before.
 */
@Component
class EngineAuthentication {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    EngineAuthentication(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    <T> T as(Actor actor, Supplier<T> command) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(actor.id(), List.of(), List.of(actor.tenant().id()));
        try {
            return engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(command::get));
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
