package io.baton.chat;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds what the indexer never saw: after the start in all conversations, then every few minutes in those that are open or
 * young. Several nodes may do so at once.
 */
@Component
class SearchSweep {

    private static final Logger log = LoggerFactory.getLogger(SearchSweep.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration YOUNG = Duration.ofDays(2);
    private static final int CONVERSATIONS = 200;
    private static final int MESSAGES = 500;
    private static final int MONTHS = 3;

    private final SearchIndex index;
    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean walkedAll;

    SearchSweep(SearchIndex index, TenantCatalog tenants, TenantScope scope, Clock clock) {
        this.index = index;
        this.tenants = tenants;
        this.scope = scope;
        this.clock = clock;
    }

    /** At a fixed rate, because what has a fixed delay would hold up all others while it walks. */
    @Scheduled(fixedRateString = "${baton.chat.search-sweep:PT3M}", initialDelayString = "PT10S")
    void sweep() {
        if (running.compareAndSet(false, true)) {
            try {
                index.makePartitions(MONTHS);
                sweep(!walkedAll, PATIENCE);
                walkedAll = true;
            } finally {
                running.set(false);
            }
        }
    }

    /**
     * @param all whether closed conversations of long ago are looked at too
     * @param patience how old a message must be: the indexer may not have come to younger ones yet
     */
    int sweep(boolean all, Duration patience) {
        var until = clock.instant().minus(patience);
        var recent = all ? null : SearchIndex.since(clock.instant().minus(YOUNG));
        int found = 0;
        for (var tenant : tenants.all()) {
            found += scope.call(tenant, () -> sweep(tenant, recent, until));
        }
        return found;
    }

    private int sweep(Tenant tenant, @Nullable UUID recent, Instant until) {
        var restraint = new Restraint(Duration.ZERO);
        int found = 0;
        try {
            var incomplete = index.incomplete(recent, FIRST, CONVERSATIONS);
            while (!incomplete.isEmpty()) {
                found += complete(incomplete, until, restraint);
                incomplete = incomplete.size() < CONVERSATIONS
                        ? List.of()
                        : index.incomplete(recent, incomplete.getLast(), CONVERSATIONS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (found > 0) {
            log.info("wrote down the words of {} messages of {} that were missed", found, tenant);
        }
        return found;
    }

    private int complete(List<UUID> conversations, Instant until, Restraint restraint) throws InterruptedException {
        int found = 0;
        int written;
        do {
            restraint.rest();
            written = restraint.work(() -> {
                var missing = index.missing(conversations, until, MESSAGES);
                index.write(missing);
                return missing.size();
            });
            found += written;
        } while (written == MESSAGES);
        return found;
    }
}
