package io.baton.workflow;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import io.baton.kernel.Tenant;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * What each role of a tenant may do in the engine; the tenant check keeps all of it inside the tenant. Nobody may read
 * people and groups, write authorizations or store filters: those know no tenant.
 */
@Component
class RoleGrants {

    private static final List<String> LEAVE = List.of("leave", "period-leave");
    private static final List<String> ASKED_OF_AGENTS = List.of("chain-swap");
    private static final List<String> DECIDED_BY_MANAGERS = List.of("leave", "period-leave", "chain-swap", "handoff");

    private final EngineGrants grants;
    private final TaskFilters filters;

    RoleGrants(EngineGrants grants, TaskFilters filters) {
        this.grants = grants;
        this.filters = filters;
    }

    void grant(Tenant tenant) {
        agents(tenant + ".agents");
        managers(tenant + ".managers");
        auditors(tenant + ".auditors");
        designers(tenant + ".designers");
        admins(tenant + ".admins");
    }

    /** Tasklist, and in it the tasks that ask this person; an own request may be started. */
    private void agents(String group) {
        startLeave(group);
        grants.grant(group, APPLICATION, "tasklist", ACCESS);
        ASKED_OF_AGENTS.forEach(process -> grants.grant(group, PROCESS_DEFINITION, process, READ));
        grants.grant(group, FILTER, filters.mine(), READ);
    }

    /** Tasklist, and in it the tasks whose candidates the manager belongs to: those bring their own permission. */
    private void managers(String group) {
        startLeave(group);
        grants.grant(group, APPLICATION, "tasklist", ACCESS);
        DECIDED_BY_MANAGERS.forEach(process -> grants.grant(group, PROCESS_DEFINITION, process, READ));
        readFilters(group);
    }

    /** Cockpit and all of the history, nothing that writes. */
    private void auditors(String group) {
        grants.grant(group, APPLICATION, "cockpit", ACCESS);
        grants.grant(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_TASK, READ_HISTORY);
        grants.grant(group, PROCESS_INSTANCE, ANY, READ);
        grants.grant(group, TASK, ANY, READ);
        grants.grant(group, DECISION_DEFINITION, ANY, READ, READ_HISTORY);
        grants.grant(group, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
        grants.grant(group, BATCH, ANY, READ, READ_HISTORY);
        readModels(group);
    }

    /** Cockpit, all models, and deployment. */
    private void designers(String group) {
        grants.grant(group, APPLICATION, "cockpit", ACCESS);
        grants.grant(group, PROCESS_DEFINITION, ANY, READ);
        grants.grant(group, DECISION_DEFINITION, ANY, READ);
        readModels(group);
        grants.grant(group, DEPLOYMENT, ANY, CREATE);
    }

    /** Everything inside the tenant. */
    private void admins(String group) {
        grants.grant(group, APPLICATION, ANY, ACCESS);
        for (Resource resource : List.of(
                PROCESS_DEFINITION,
                PROCESS_INSTANCE,
                TASK,
                DEPLOYMENT,
                DECISION_DEFINITION,
                DECISION_REQUIREMENTS_DEFINITION,
                BATCH)) {
            grants.grant(group, resource, ANY, ALL);
        }
        grants.grant(group, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
        readFilters(group);
    }

    private void startLeave(String group) {
        grants.grant(group, PROCESS_INSTANCE, ANY, CREATE);
        LEAVE.forEach(process -> grants.grant(group, PROCESS_DEFINITION, process, CREATE_INSTANCE));
    }

    private void readModels(String group) {
        grants.grant(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grants.grant(group, DEPLOYMENT, ANY, READ);
    }

    private void readFilters(String group) {
        filters.ids().forEach(filter -> grants.grant(group, FILTER, filter, READ));
    }
}
