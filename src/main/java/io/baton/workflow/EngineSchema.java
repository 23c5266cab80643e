package io.baton.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates the engine's tables with the engine's own scripts, owned by the migration role and usable by ours. */
@Component
class EngineSchema implements JavaMigration {

    private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> PARTS = List.of(
            "engine", "identity", "history", "decision.engine", "decision.history", "case.engine", "case.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        var role = context.getConfiguration().getPlaceholders().get("app_role");
        try (var statement = connection.createStatement()) {
            statement.execute("alter default privileges in schema public"
                    + " grant select, insert, update, delete on tables to " + role);
            statement.execute("alter default privileges in schema public grant usage on sequences to " + role);
            statement.execute("grant usage on schema public to " + role);
        }
        for (var part : PARTS) {
            var script = new ClassPathResource(FOLDER + part + ".sql");
            ScriptUtils.executeSqlScript(connection, new EncodedResource(script, StandardCharsets.UTF_8));
        }
    }
}
