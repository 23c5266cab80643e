package io.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.ProcessTest;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@ProcessTest
@Import(WorkflowTests.SampleSteps.class)
class WorkflowTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Actor MANAGER =
            new Actor(ACME, "vip.manager", "Manager", "vip", Set.of(Role.MANAGER), Set.of("acme.vip.managers"));
    private static final Actor STRANGER = Actor.system(new Tenant("globex"));

    private final UUID key = Ids.next();

    @Autowired
    private Workflow workflow;

    @Autowired
    private TenantScope scope;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @TestConfiguration
    static class SampleSteps extends ProcessSteps {

        static final List<Actor> ACTORS = new ArrayList<>();

        SampleSteps(ProcessScope scope, CurrentActor current) {
            super(scope);
            this.current = current;
        }

        private final CurrentActor current;

        @Bean
        JavaDelegate sampleStep() {
            return step(execution -> ACTORS.add(current.get()));
        }

        @Bean
        Runnable forbiddenBean() {
            return () -> {};
        }
    }

    @BeforeEach
    void deploy() {
        SampleSteps.ACTORS.clear();
        repository
                .createDeployment()
                .name("sample")
                .tenantId("acme")
                .enableDuplicateFiltering(false)
                .addClasspathResource("workflow/sample.bpmn")
                .deploy();
    }

    @Test
    void runsAProcessUnderTheNameOfWhoeverActs() {
        scope.run(MANAGER, () -> {
            workflow.start("sample", key, Map.of());
            assertThat(workflow.waitsAt("sample", "Decide", key)).isTrue();
            workflow.complete("sample", "Decide", key, Map.of());
            workflow.correlate("sample.Told", key, Map.of());
            assertThat(workflow.runs("sample", key)).isFalse();
        });
        assertThat(SampleSteps.ACTORS).containsExactly(MANAGER);
        assertThat(history.createUserOperationLogQuery()
                        .processDefinitionKey("sample")
                        .list())
                .anySatisfy(entry -> {
                    assertThat(entry.getOperationType()).isEqualTo("Complete");
                    assertThat(entry.getUserId()).isEqualTo("vip.manager");
                    assertThat(entry.getTenantId()).isEqualTo("acme");
                });
    }

    @Test
    void refusesATaskOrAMessageNobodyWaitsFor() {
        scope.run(MANAGER, () -> workflow.start("sample", key, Map.of()));
        scope.run(MANAGER, () -> {
            assertThatThrownBy(() -> workflow.correlate("sample.Told", key, Map.of()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("not_waiting"));
            workflow.complete("sample", "Decide", key, Map.of());
            assertThatThrownBy(() -> workflow.complete("sample", "Decide", key, Map.of()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("task_not_open"));
        });
    }

    @Test
    void neverTouchesAnotherTenantsInstance() {
        scope.run(MANAGER, () -> workflow.start("sample", key, Map.of()));
        scope.run(STRANGER, () -> {
            assertThat(workflow.runs("sample", key)).isFalse();
            assertThat(workflow.waitsAt("sample", "Decide", key)).isFalse();
            workflow.cancel("sample", key, "not mine");
            assertThatThrownBy(() -> workflow.start("sample", Ids.next(), Map.of()))
                    .isInstanceOf(ProcessEngineException.class);
        });
        scope.run(MANAGER, () -> assertThat(workflow.runs("sample", key)).isTrue());
    }

    @Test
    void cancelsWhatRunsAndIgnoresWhatDoesNot() {
        scope.run(MANAGER, () -> {
            workflow.start("sample", key, Map.of());
            workflow.cancel("sample", key, "withdrawn");
            workflow.cancel("sample", key, "withdrawn");
            assertThat(workflow.runs("sample", key)).isFalse();
        });
    }

    @Test
    void modelsSeeDelegatesAndNoOtherBean() {
        repository
                .createDeployment()
                .name("intruder")
                .tenantId("acme")
                .addString("intruder.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                          <process id="intruder" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                            <serviceTask id="t" camunda:expression="${forbiddenBean.run()}"/>
                          </process>
                        </definitions>
                        """)
                .deploy();
        assertThatThrownBy(() -> runtime.createProcessInstanceByKey("intruder")
                        .processDefinitionTenantId("acme")
                        .execute())
                .hasMessageContaining("forbiddenBean");
    }
}
