package io.baton.workflow;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** Prepares the engine: its tables exist before it starts, and models see only {@link VisibleBeans}. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    /** Asks for the migration only to be made after it. */
    EngineSettings(BeanFactory beans, FlywayMigrationInitializer migrated) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setBeans(new VisibleBeans(beans));
    }
}
