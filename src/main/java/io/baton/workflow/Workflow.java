package io.baton.workflow;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves processes on behalf of the current actor and tenant. The business key is always the id of the aggregate. The
 * engine's operation log names the actor of each command; who may do what was decided before, in the caller's module.
 */
@Component
public class Workflow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineAuthentication authentication;
    private final CurrentActor current;

    Workflow(RuntimeService runtime, TaskService tasks, EngineAuthentication authentication, CurrentActor current) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.authentication = authentication;
        this.current = current;
    }

    /** Starts the newest version of the tenant's process and runs it to its first wait. */
    @Transactional
    public void start(String process, UUID key, Map<String, ?> variables) {
        as(actor -> runtime.createProcessInstanceByKey(process)
                .processDefinitionTenantId(actor.tenant().id())
                .businessKey(key.toString())
                .setVariables(Map.copyOf(variables))
                .execute());
    }

    /** Starts the newest version of the tenant's process that begins with this message and runs it to its first wait. */
    @Transactional
    public void startAt(String message, UUID key, Map<String, ?> variables) {
        as(actor ->
                message(message, key, actor).setVariables(Map.copyOf(variables)).correlateStartMessage());
    }

    /** Delivers a message to the process that waits for it, or refuses with 409 {@code not_waiting}. */
    @Transactional
    public void correlate(String message, UUID key, Map<String, ?> variables) {
        if (!tryCorrelate(message, key, variables)) {
            throw Problem.conflict("not_waiting");
        }
    }

    /** One of several equal parts of a process, known by a variable of its own. */
    public record Part(String variable, String value) {}

    /** Delivers a message to the part of the process that waits for it, or refuses with 409 {@code not_waiting}. */
    @Transactional
    public void correlate(String message, UUID key, Part part, Map<String, ?> variables) {
        boolean delivered = as(actor -> !message(message, key, actor)
                .localVariableEquals(part.variable(), part.value())
                .setVariables(Map.copyOf(variables))
                .correlateAllWithResult()
                .isEmpty());
        if (!delivered) {
            throw Problem.conflict("not_waiting");
        }
    }

    /** Delivers a message; false, and nothing else happens, when no process waits for it. */
    @Transactional
    public boolean tryCorrelate(String message, UUID key, Map<String, ?> variables) {
        return as(actor -> !message(message, key, actor)
                .setVariables(Map.copyOf(variables))
                .correlateAllWithResult()
                .isEmpty());
    }

    /** Claims and completes the open user task, or refuses with 409 {@code task_not_open}. */
    @Transactional
    public void complete(String process, String element, UUID key, Map<String, ?> variables) {
        requireOpen(as(actor -> complete(find(process, element, key, actor).findFirst(), actor, variables)));
    }

    /** Claims and completes the open user task of a part of the process, or refuses with 409 {@code task_not_open}. */
    @Transactional
    public void complete(String process, String element, UUID key, Part part, Map<String, ?> variables) {
        requireOpen(as(actor -> {
            var own = find(process, element, key, actor)
                    .filter(task -> part.value().equals(tasks.getVariable(task.getId(), part.variable())))
                    .findFirst();
            return complete(own, actor, variables);
        }));
    }

    private boolean complete(Optional<Task> open, Actor actor, Map<String, ?> variables) {
        if (open.isEmpty()) {
            return false;
        }
        var task = open.get();
        if (!actor.isSystem() && task.getAssignee() == null) {
            tasks.claim(task.getId(), actor.id());
        }
        tasks.complete(task.getId(), Map.copyOf(variables));
        return true;
    }

    /** Refuses outside of the engine's command, which would log it as a failure of its own. */
    private static void requireOpen(boolean completed) {
        if (!completed) {
            throw Problem.conflict("task_not_open");
        }
    }

    /** Whether the user task waits for somebody. */
    @Transactional(readOnly = true)
    public boolean waitsAt(String process, String element, UUID key) {
        return as(actor -> find(process, element, key, actor).findAny().isPresent());
    }

    /** Whether an instance of the process runs for the aggregate. */
    @Transactional(readOnly = true)
    public boolean runs(String process, UUID key) {
        return as(actor -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(key.toString())
                        .tenantIdIn(actor.tenant().id())
                        .count()
                > 0);
    }

    /** Ends the instance where it stands; nothing happens when none runs. */
    @Transactional
    public void cancel(String process, UUID key, String reason) {
        as(actor -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(key.toString())
                    .tenantIdIn(actor.tenant().id())
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason));
            return true;
        });
    }

    private Stream<Task> find(String process, String element, UUID key, Actor actor) {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(process)
                .taskDefinitionKey(element)
                .processInstanceBusinessKey(key.toString())
                .tenantIdIn(actor.tenant().id())
                .list()
                .stream();
    }

    private MessageCorrelationBuilder message(String message, UUID key, Actor actor) {
        return runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(key.toString())
                .tenantId(actor.tenant().id());
    }

    /** What a step refuses reaches the caller as it is; of two who move the same thing at once, one reads {@code busy}. */
    private <T> T as(Function<Actor, T> command) {
        var actor = current.get();
        try {
            return authentication.as(actor, () -> command.apply(actor));
        } catch (StepRefused refusal) {
            throw refusal.problem();
        } catch (OptimisticLockingException somebodyWasFaster) {
            throw Problem.conflict("busy");
        } catch (ProcessEngineException failure) {
            throw Collision.in(failure) ? Problem.conflict("busy") : failure;
        }
    }
}
