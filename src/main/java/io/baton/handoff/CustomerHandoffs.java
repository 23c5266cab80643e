package io.baton.handoff;

import io.baton.chat.CustomerConversations.Scope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests of one customer. */
@Repository
class CustomerHandoffs {

    private final JdbcClient jdbc;
    private final HandoffRow row;

    CustomerHandoffs(JdbcClient jdbc, HandoffRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    int count(String customer) {
        return jdbc.sql("select count(*) from handoff where customer_id = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    /** Newest first; those that an agent is being asked to take over count as that agent's too. */
    List<HandoffSnapshot> of(String customer, Scope scope, int limit) {
        return jdbc.sql("""
                        select * from handoff
                        where customer_id = :customer and (department = :department or agent_id = :agent
                            or transfer_to = :agent
                            or (cast(:department as text) is null and cast(:agent as text) is null))
                        order by requested_at desc, id desc limit :limit
                        """)
                .param("customer", customer)
                .param("department", scope.department())
                .param("agent", scope.agent())
                .param("limit", limit)
                .query(row::read)
                .list();
    }
}
