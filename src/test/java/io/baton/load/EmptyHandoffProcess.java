package io.baton.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.core.io.ClassPathResource;

/**
 * The reference for handoffs per second: the engine alone, in this process and on the same PostgreSQL with the same history,
 * runs the same diagram with steps that do nothing. Nobody is scored, no seat is claimed, nothing is told to anybody.
 */
final class EmptyHandoffProcess implements AutoCloseable {

    private static final String MODEL = "handoff.bpmn";
    private static final int POOL = 40;

    private final ProcessEngine engine;

    /** A step that does nothing. */
    public static final class Nothing implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            // that is all
        }
    }

    /** There is always somebody on duty. */
    public static final class OnDuty implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("onDuty", true);
        }
    }

    /** There is always somebody free, who wants to be asked. */
    public static final class AgentFree implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("agentFree", true);
            execution.setVariable("autoAccept", false);
        }
    }

    /** Creates the engine's tables in an empty database. */
    EmptyHandoffProcess(String database) throws IOException {
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("empty")
                .setJdbcUrl(database)
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcMaxActiveConnections(POOL)
                .setJdbcMaxIdleConnections(POOL)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setJobExecutorActivate(true)
                .buildProcessEngine();
        deploy();
    }

    private void deploy() throws IOException {
        try (var file = new ClassPathResource("processes/" + MODEL).getInputStream()) {
            var model = Bpmn.readModelFromStream(file);
            for (var task : model.getModelElementsByType(ServiceTask.class)) {
                task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
                task.setCamundaClass(step(task.getId()).getName());
            }
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(MODEL, model)
                    .deploy();
        }
    }

    private static Class<? extends JavaDelegate> step(String id) {
        return switch (id) {
            case "FindOnDuty" -> OnDuty.class;
            case "ScoreAgents" -> AgentFree.class;
            default -> Nothing.class;
        };
    }

    /** From the request to the end of the conversation: started, offered, accepted, completed. */
    void handoff() {
        var key = UUID.randomUUID().toString();
        var runtime = engine.getRuntimeService();
        runtime.startProcessInstanceByKey("handoff", key, variables());
        runtime.createMessageCorrelation("handoff.Accepted")
                .processInstanceBusinessKey(key)
                .correlate();
        runtime.createMessageCorrelation("handoff.Completed")
                .processInstanceBusinessKey(key)
                .setVariable("reason", "solved")
                .correlate();
    }

    /** How many have come to their end. */
    long ended() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .finished()
                .count();
    }

    /** The same as Baton's. */
    private static Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        variables.put("giveUpAt", Date.from(Instant.now().plus(Duration.ofMinutes(10))));
        for (var duration : Set.of("offerTimeout", "escalateFirstAfter", "escalateAgainAfter")) {
            variables.put(duration, "PT5M");
        }
        return variables;
    }

    @Override
    public void close() {
        engine.close();
    }
}
