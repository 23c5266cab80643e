package io.baton.workflow;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What the steps of all processes have in common: each runs in the {@link ProcessScope} of its instance. */
public abstract class ProcessSteps {

    private final ProcessScope scope;

    protected ProcessSteps(ProcessScope scope) {
        this.scope = scope;
    }

    protected JavaDelegate step(Consumer<DelegateExecution> step) {
        return execution -> scope.run(execution.getTenantId(), () -> step.accept(execution));
    }

    protected ExecutionListener listen(Consumer<DelegateExecution> step) {
        return execution -> scope.run(execution.getTenantId(), () -> step.accept(execution));
    }

    protected TaskListener onTask(Consumer<DelegateTask> step) {
        return task -> scope.run(task.getTenantId(), () -> step.accept(task));
    }
}
