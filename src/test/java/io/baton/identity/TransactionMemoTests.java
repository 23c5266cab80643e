package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class TransactionMemoTests {

    private final AtomicInteger looked = new AtomicInteger();
    private final TransactionMemo<String, String> memo = new TransactionMemo<>(key -> key + looked.incrementAndGet());

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void looksUpEachTimeOutsideOfATransaction() {
        assertThat(memo.get("a")).isEqualTo("a1");
        assertThat(memo.get("a")).isEqualTo("a2");
    }

    @Test
    void looksUpOnceInATransactionAndAnewInTheNext() {
        TransactionSynchronizationManager.initSynchronization();
        assertThat(memo.get("a")).isEqualTo("a1");
        assertThat(memo.get("b")).isEqualTo("b2");
        assertThat(memo.get("a")).isEqualTo("a1");
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        assertThat(memo.get("a")).isEqualTo("a3");
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
    }

    @Test
    void keepsWhatATransactionThatWaitsForAnotherOneKnew() {
        TransactionSynchronizationManager.initSynchronization();
        assertThat(memo.get("a")).isEqualTo("a1");
        var outer = TransactionSynchronizationManager.getSynchronizations();
        outer.forEach(TransactionSynchronization::suspend);
        TransactionSynchronizationManager.clearSynchronization();
        assertThat(memo.get("a")).isEqualTo("a2");
        TransactionSynchronizationManager.initSynchronization();
        outer.forEach(one -> {
            one.resume();
            TransactionSynchronizationManager.registerSynchronization(one);
        });
        assertThat(memo.get("a")).isEqualTo("a1");
        outer.forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
    }

    @Test
    void knowsWhatWasLookedUpOrChangedInThisTransactionAndNothingElse() {
        memo.changed("a", "outside");
        assertThat(memo.known("a")).isEmpty();
        TransactionSynchronizationManager.initSynchronization();
        assertThat(memo.known("a")).isEmpty();
        memo.get("a");
        assertThat(memo.known("a")).contains("a1");
        memo.changed("a", "changed");
        memo.changed("b", "added");
        assertThat(memo.get("a")).isEqualTo("changed");
        assertThat(memo.known("b")).contains("added");
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
        assertThat(memo.known("a")).isEmpty();
    }
}
