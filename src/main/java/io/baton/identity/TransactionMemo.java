package io.baton.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks things up once in a transaction, for what several steps of one transaction ask again; outside of a transaction
 * nothing is remembered. For what nobody changes meanwhile but the transaction itself, which then says so.
 */
public final class TransactionMemo<K, V> {

    private final Function<K, V> lookUp;

    public TransactionMemo(Function<K, V> lookUp) {
        this.lookUp = lookUp;
    }

    public V get(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return lookUp.apply(key);
        }
        return memory().computeIfAbsent(key, lookUp);
    }

    /** What is remembered, or nothing when it was not looked up in this transaction. */
    public Optional<V> known(K key) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.ofNullable(memory().get(key))
                : Optional.empty();
    }

    /** The transaction has changed it itself. */
    public void changed(K key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            memory().put(key, value);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> memory() {
        var known = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Forget(this, known));
        }
        return known;
    }

    /** A transaction inside of another one remembers for itself. */
    private record Forget(Object key, Object known) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
