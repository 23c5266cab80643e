package io.baton.chat;

import io.baton.kernel.CurrentActor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** From where each customer of the current actor's tenant came last, and nothing older: what a block may need. */
@Repository
@Transactional
public class Addresses {

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final Clock clock;

    Addresses(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    public void remember(UUID customer, String address) {
        jdbc.sql("""
                        insert into customer_address (tenant_id, customer_id, address, seen_at) values (?, ?, ?, ?)
                        on conflict (tenant_id, customer_id) do update
                            set address = excluded.address, seen_at = excluded.seen_at
                        """)
                .params(current.tenant().id(), customer, address, Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> of(UUID customer) {
        return jdbc.sql("select address from customer_address where customer_id = ?")
                .param(customer)
                .query(String.class)
                .optional();
    }
}
