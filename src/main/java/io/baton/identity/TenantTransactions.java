package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * Begins every transaction in the tenant of the current actor; without an actor {@code app.tenant} stays unset and
 * row-level security shows no row of any tenant.
 */
final class TenantTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final String ENTER = "select set_config('app.tenant', ?, true)";
    private static final String ENTER_BY_KEY = ENTER
            + ", set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)";

    private final transient DataSource source;
    private final transient ObjectProvider<CurrentActor> current;

    TenantTransactions(DataSource source, ObjectProvider<CurrentActor> current) {
        super(source);
        this.source = source;
        this.current = current;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var tenant = current.getObject().find().map(Actor::tenant);
        if (tenant.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(source);
        try (var statement = connection.prepareStatement(isByKey(definition) ? ENTER_BY_KEY : ENTER)) {
            statement.setString(1, tenant.get().id());
            statement.execute();
        } catch (SQLException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("cannot enter the tenant", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static boolean isByKey(TransactionDefinition definition) {
        return definition instanceof TransactionAttribute attribute
                && attribute.getLabels().contains(ByKey.LABEL);
    }
}
