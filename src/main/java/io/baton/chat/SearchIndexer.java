package io.baton.chat;

import io.baton.chat.MessagesCommitted.Committed;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down the words of what was said, in batches and away from whoever said it. What comes too fast or fails is left
 * to {@link SearchSweep}.
 */
@Component
class SearchIndexer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SearchIndexer.class);
    private static final int WAITING = 20_000;
    private static final int BATCH = 500;
    private static final long COLLECTING = 200;

    /** Rests this many times as long as it has worked, so that finding words never crowds out saying them. */
    private static final int RESTRAINT = 6;

    private final BlockingQueue<Committed> arrived = new ArrayBlockingQueue<>(WAITING);
    private final SearchIndex index;
    private final TenantScope scope;
    private final Thread writer = Thread.ofVirtual().name("search-indexer").unstarted(this::write);

    SearchIndexer(SearchIndex index, TenantScope scope) {
        this.index = index;
        this.scope = scope;
    }

    @EventListener
    void on(MessagesCommitted event) {
        for (var committed : event.messages()) {
            if (!arrived.offer(committed)) {
                log.debug("too many messages wait for their words, the sweep will find these");
                return;
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (writer.getState() == Thread.State.NEW) {
            writer.start();
        }
    }

    @Override
    public void destroy() {
        writer.interrupt();
    }

    private void write() {
        var worked = 0L;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var batch = new ArrayList<Committed>();
                batch.add(arrived.take());
                Thread.sleep(Math.max(COLLECTING, TimeUnit.NANOSECONDS.toMillis(worked) * RESTRAINT));
                var begun = System.nanoTime();
                arrived.drainTo(batch, BATCH - 1);
                batch.stream()
                        .collect(Collectors.groupingBy(
                                Committed::tenant, Collectors.mapping(Committed::message, Collectors.toList())))
                        .forEach(this::write);
                worked = System.nanoTime() - begun;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Tenant tenant, List<Message> messages) {
        try {
            scope.run(tenant, () -> index.write(messages));
        } catch (RuntimeException failure) {
            log.warn("{} messages of {} wait for the sweep: {}", messages.size(), tenant, failure.toString());
        }
    }
}
