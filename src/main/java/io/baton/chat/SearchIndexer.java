package io.baton.chat;

import io.baton.chat.MessagesCommitted.Committed;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
    private static final Duration COLLECTING = Duration.ofMillis(200);

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
        var restraint = new Restraint(COLLECTING);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var batch = new ArrayList<Committed>();
                batch.add(arrived.take());
                restraint.rest();
                arrived.drainTo(batch, BATCH - 1);
                restraint.work(() -> write(batch));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int write(List<Committed> batch) {
        batch.stream()
                .collect(Collectors.groupingBy(
                        Committed::tenant, Collectors.mapping(Committed::message, Collectors.toList())))
                .forEach(this::write);
        return batch.size();
    }

    private void write(Tenant tenant, List<Message> messages) {
        try {
            scope.run(tenant, () -> index.write(messages));
        } catch (RuntimeException failure) {
            log.warn("{} messages of {} wait for the sweep: {}", messages.size(), tenant, failure.toString());
        }
    }
}
