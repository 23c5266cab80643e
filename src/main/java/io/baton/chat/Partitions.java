package io.baton.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the month partitions of messages ahead of time, at each start and every day. */
@Component
class Partitions {

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final int MONTHS = 3;

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 17 3 * * *")
    void makeAhead() {
        var made = jdbc.sql("select baton_message_partitions(?)")
                .param(MONTHS)
                .query(Integer.class)
                .single();
        if (made > 0) {
            log.info("made {} month partitions of messages", made);
        }
    }
}
