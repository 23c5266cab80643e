package io.baton.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists Tasklist opens with, shared by all tenants. They ask for all tasks, because a person finds only those that
 * permissions and tenant allow; so they need no group look-up and work while Keycloak is down.
 */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** The ids of the filters, which are created when they do not exist. */
    List<String> ids() {
        return List.of(
                filter("部门待办 · Department", -20, tasks.createTaskQuery()),
                mine(),
                filter("已逾期 · Overdue", 0, tasks.createTaskQuery().dueBeforeExpression("${now()}")),
                filter("请假 · Leave", 10, tasks.createTaskQuery().processDefinitionKeyIn("leave", "period-leave")),
                filter("换班 · Swaps", 20, tasks.createTaskQuery().processDefinitionKeyIn("chain-swap")));
    }

    /** The id of the filter for what is asked of oneself. */
    String mine() {
        return filter("我的任务 · My tasks", -10, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    }

    private String filter(String name, int priority, TaskQuery query) {
        var known = filters.createTaskFilterQuery().filterName(name).list();
        return known.isEmpty()
                ? create(name, priority, query).getId()
                : known.getFirst().getId();
    }

    private Filter create(String name, int priority, TaskQuery query) {
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(
                Map.of("priority", priority, "color", "#2563eb", "refresh", true, "showUndefinedVariable", false));
        return filters.saveFilter(filter);
    }
}
