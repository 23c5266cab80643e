package io.baton.workflow;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * What the steps of all processes have in common: a step runs in the tenant of its instance, as the person whose command
 * reached it or, when a timer did, as the tenant's system. What a step refuses reaches the caller of {@link Workflow} as it
 * is, and whoever works in Tasklist as a sentence.
 */
public abstract class ProcessSteps {

    private final TenantScope scope;
    private final CurrentActor current;

    protected ProcessSteps(TenantScope scope, CurrentActor current) {
        this.scope = scope;
        this.current = current;
    }

    protected JavaDelegate step(Consumer<DelegateExecution> step) {
        return execution -> within(execution.getTenantId(), () -> step.accept(execution));
    }

    protected ExecutionListener listen(Consumer<DelegateExecution> step) {
        return execution -> within(execution.getTenantId(), () -> step.accept(execution));
    }

    protected TaskListener onTask(Consumer<DelegateTask> step) {
        return task -> within(task.getTenantId(), () -> step.accept(task));
    }

    private void within(String tenantId, Runnable work) {
        var tenant = new Tenant(tenantId);
        var actor = current.find().filter(person -> person.tenant().equals(tenant));
        try {
            scope.run(actor.orElseGet(() -> Actor.system(tenant)), work);
        } catch (Problem refusal) {
            throw new StepRefused(refusal);
        }
    }
}
