package io.baton.leave;

import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.leave.LeaveProcess.Variables;
import io.baton.workflow.ProcessScope;
import io.baton.workflow.ProcessSteps;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** What the steps of both processes read from a case and write to it. */
abstract class RequestSteps extends ProcessSteps {

    RequestSteps(ProcessScope scope) {
        super(scope);
    }

    protected static UUID id(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (key == null) {
            throw Problem.notFound(Leaves.UNKNOWN);
        }
        return Ids.parse(key, Leaves.UNKNOWN);
    }

    protected static @Nullable String comment(DelegateExecution execution) {
        return text(execution, Variables.COMMENT);
    }

    /** A decision is read once; the next one starts from nothing. */
    protected static void forget(DelegateExecution execution) {
        execution.removeVariables(List.of(Variables.DECISION, Variables.COMMENT));
    }

    protected static void json(DelegateExecution execution, String variable, String text) {
        execution.setVariable(variable, json(text));
    }
}
