package io.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** The flow nodes of a process as acme has it, all of which its tests must reach. */
public final class FlowNodes {

    private FlowNodes() {}

    /** The ids of all of them. */
    public static List<String> of(RepositoryService repository, String process) {
        return of(repository, newest(repository, process));
    }

    /** That these instances, taken together, passed all of them and nothing else. */
    public static void assertAllPassed(
            RepositoryService repository, HistoryService history, String process, Collection<String> instances) {
        var definition = newest(repository, process);
        var passed =
                history.createHistoricActivityInstanceQuery().processDefinitionId(definition.getId()).list().stream()
                        .filter(activity -> instances.contains(activity.getProcessInstanceId()))
                        .map(HistoricActivityInstance::getActivityId)
                        .filter(id -> !id.contains("#"))
                        .collect(Collectors.toSet());
        assertThat(passed).containsExactlyInAnyOrderElementsOf(of(repository, definition));
    }

    private static ProcessDefinition newest(RepositoryService repository, String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .tenantIdIn("acme")
                .latestVersion()
                .singleResult();
    }

    private static List<String> of(RepositoryService repository, ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .toList();
    }
}
