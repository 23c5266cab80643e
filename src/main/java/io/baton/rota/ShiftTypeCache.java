package io.baton.rota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baton.identity.AfterCommit;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers the shift types of each tenant for half an hour, or until they are dropped. What was read before they were
 * dropped is never remembered after it; nor is what a writing transaction read, which may never be committed. A
 * transaction that changes them sees its own changes.
 */
@Component
class ShiftTypeCache {

    private final Cache<Tenant, ShiftTypeBook> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(30)).build();
    private final ReentrantLock remembering = new ReentrantLock();
    private final ShiftTypeTable table;
    private final CurrentActor current;
    private long drops;

    ShiftTypeCache(ShiftTypeTable table, CurrentActor current) {
        this.table = table;
        this.current = current;
    }

    /** The shift types of the tenant that acts. */
    ShiftTypeBook book() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return table.read();
        }
        var tenant = current.tenant();
        var book = known.getIfPresent(tenant);
        return book == null ? read(tenant) : book;
    }

    /** The transaction changes the shift types of the tenant that acts: it reads them anew, all others after its commit. */
    void change() {
        var tenant = current.tenant();
        AfterCommit.run(() -> drop(tenant));
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, tenant);
            TransactionSynchronizationManager.registerSynchronization(new Bound(this, tenant));
        }
    }

    /** Keeps the mark with its transaction. */
    private record Bound(ShiftTypeCache cache, Tenant tenant) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(cache);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(cache, tenant);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(cache);
        }
    }

    void drop(Tenant tenant) {
        dropping(() -> known.invalidate(tenant));
    }

    void dropAll() {
        dropping(known::invalidateAll);
    }

    private ShiftTypeBook read(Tenant tenant) {
        long before = drops();
        var book = table.read();
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            remember(tenant, book, before);
        }
        return book;
    }

    private void remember(Tenant tenant, ShiftTypeBook book, long before) {
        remembering.lock();
        try {
            if (drops == before) {
                known.put(tenant, book);
            }
        } finally {
            remembering.unlock();
        }
    }

    private void dropping(Runnable invalidate) {
        remembering.lock();
        try {
            drops++;
            invalidate.run();
        } finally {
            remembering.unlock();
        }
    }

    private long drops() {
        remembering.lock();
        try {
            return drops;
        } finally {
            remembering.unlock();
        }
    }
}
