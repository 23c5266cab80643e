package io.baton.workflow;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

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

    /** The tasks that wait get one more group; a task made later gets it from the variable. */
    protected static void offer(DelegateExecution execution, String group) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.addCandidateGroup(task.getId(), group));
    }

    /** The words of a form, or nothing when there are none. */
    protected static @Nullable String text(DelegateExecution execution, String variable) {
        return execution.getVariable(variable) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    protected static JsonValue json(String text) {
        return SpinValues.jsonValue(text).create();
    }
}
