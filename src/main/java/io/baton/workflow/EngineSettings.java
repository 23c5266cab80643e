package io.baton.workflow;

import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Prepares the engine: its tables exist before it starts, models see only {@link VisibleBeans}, and people deploy into
 * their own tenant only.
 */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext beans;

    /** Asks for the migration only to be made after it. */
    EngineSettings(ApplicationContext beans, FlywayMigrationInitializer migrated) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        nameTheDatatypeFactory();
        var visible = new VisibleBeans(beans);
        configuration.setBeans(visible);
        configuration.setExpressionManager(new SpringExpressionManager(beans, visible));
        configuration.setCustomPreDeployers(List.of(EngineSettings::refuseForeignTenant));
        // Who gave the command is told, and logs what is no refusal: the job executor, REST and Baton itself.
        configuration.setEnableCmdExceptionLogging(false);
    }

    /** The engine asks for a factory with every timer it sets; unless one is named, all jars are searched for it each time. */
    private static void nameTheDatatypeFactory() {
        var factory = DatatypeFactory.newDefaultInstance().getClass().getName();
        System.getProperties().putIfAbsent(DatatypeFactory.class.getName(), factory);
    }

    /** A deployment without a tenant would be seen by all of them; only Baton itself, without a person, may do that. */
    private static void refuseForeignTenant(DeploymentEntity deployment) {
        var person = Context.getCommandContext().getAuthentication();
        if (person != null && !person.getTenantIds().contains(deployment.getTenantId())) {
            throw new AuthorizationException("A deployment must name the own tenant as its tenant id.");
        }
    }
}
