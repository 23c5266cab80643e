package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.TenantScope;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the actor of the thread. An explicit scope wins over the signed-in person; in an open transaction of nobody a
 * scope moves {@code app.tenant} with it, and back at its end. A transaction of one tenant refuses a scope of another with
 * {@link IllegalStateException}: what it remembers and holds is of the first.
 */
@Component
class ActorScope implements CurrentActor, TenantScope {

    private static final Logger log = LoggerFactory.getLogger(ActorScope.class);
    private static final ThreadLocal<@Nullable Actor> SCOPE = new ThreadLocal<>();

    private final JdbcTemplate jdbc;
    private final Principals principals;

    ActorScope(DataSource dataSource, Principals principals) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.principals = principals;
    }

    @Override
    public Optional<Actor> find() {
        var scoped = SCOPE.get();
        if (scoped != null) {
            return Optional.of(scoped);
        }
        return principals.actor(SecurityContextHolder.getContext().getAuthentication());
    }

    @Override
    public <T> T call(Actor actor, Supplier<T> work) {
        var before = SCOPE.get();
        var tenantBefore = find().map(Actor::tenant).map(Object::toString).orElse("");
        var tenant = actor.tenant().id();
        if (!tenantBefore.isEmpty() && moves(tenantBefore, tenant)) {
            throw new IllegalStateException("a transaction of one tenant does nothing for another");
        }
        SCOPE.set(actor);
        try {
            move(tenantBefore, tenant);
            return work.get();
        } finally {
            if (before == null) {
                SCOPE.remove();
            } else {
                SCOPE.set(before);
            }
            moveBack(tenant, tenantBefore);
        }
    }

    private void move(String from, String to) {
        if (moves(from, to)) {
            jdbc.queryForObject("select set_config('app.tenant', ?, true)", String.class, to);
        }
    }

    private static boolean moves(String from, String to) {
        return !from.equals(to) && TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** A transaction that has failed refuses every statement, this one too; it can only roll back. */
    private void moveBack(String from, String to) {
        try {
            move(from, to);
        } catch (DataAccessException failedTransaction) {
            log.debug("the transaction has failed before its scope ended");
        }
    }
}
