package io.baton.workflow;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import org.springframework.stereotype.Component;

/**
 * Runs what a process does in the tenant of its instance, as the person whose command reached it or, when a timer did, as
 * the tenant's system. What is refused there reaches the caller of {@link Workflow} as it is, and whoever works in Tasklist
 * as a sentence.
 */
@Component
public class ProcessScope {

    private final TenantScope scope;
    private final CurrentActor current;

    ProcessScope(TenantScope scope, CurrentActor current) {
        this.scope = scope;
        this.current = current;
    }

    void run(String tenantId, Runnable work) {
        var tenant = new Tenant(tenantId);
        var actor = current.find().filter(person -> person.tenant().equals(tenant));
        try {
            scope.run(actor.orElseGet(() -> Actor.system(tenant)), work);
        } catch (Problem refusal) {
            throw new StepRefused(refusal);
        }
    }
}
