package io.baton.workflow;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.Workspace;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys each process with its forms, for each tenant on its own, so that one tenant's designers never change what
 * another tenant runs. Unchanged processes keep their version.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

    private final RepositoryService repository;
    private final TenantCatalog tenants;
    private final Workspace workspace;
    private final RoleGrants roles;

    ProcessDeployment(RepositoryService repository, TenantCatalog tenants, Workspace workspace, RoleGrants roles) {
        this.repository = repository;
        this.tenants = tenants;
        this.workspace = workspace;
        this.roles = roles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var tenant : tenants.all()) {
            roles.grant(tenant);
            stems("processes", ".bpmn").forEach(process -> deploy(tenant, process));
        }
    }

    private void deploy(Tenant tenant, String process) {
        var deployment = repository
                .createDeployment()
                .name(process)
                .source("baton")
                .tenantId(tenant.id())
                .enableDuplicateFiltering(false)
                .addString(process + ".bpmn", workspace.read("processes/" + process + ".bpmn"));
        stems("forms", ".form").stream()
                .filter(form -> form.startsWith(process + "-"))
                .forEach(form -> deployment.addString(form + ".form", workspace.read("forms/" + form + ".form")));
        deployment.deploy();
    }

    /** The names of the files of a folder of the application, without their ending. */
    private static List<String> stems(String folder, String ending) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*" + ending);
            return Arrays.stream(files)
                    .map(file -> String.valueOf(file.getFilename()))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot list " + folder, failure);
        }
    }
}
