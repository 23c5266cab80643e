package io.baton.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of one customer, for the customer's record; checks no rights: the callers do. */
@Repository
@Transactional(readOnly = true)
public class CustomerConversations {

    private final JdbcClient jdbc;

    CustomerConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of them: those of a department, those of an agent, or with neither all. */
    public record Scope(
            @Nullable String department, @Nullable String agent) {
        public static final Scope ALL = new Scope(null, null);
    }

    public int count(UUID customer) {
        return jdbc.sql("select count(*) from conversation where customer_id = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    /** How many the customer had before this one. */
    public int countBefore(Conversation conversation) {
        return jdbc.sql("select count(*) from conversation where customer_id = ? and id < ?")
                .params(conversation.customerId(), conversation.id())
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    public List<Conversation> of(UUID customer, Scope scope, int limit) {
        return jdbc.sql(ConversationTable.CONVERSATION + """
                        where c.customer_id = :customer and (c.department = :department or c.agent_id = :agent
                            or (cast(:department as text) is null and cast(:agent as text) is null))
                        order by c.id desc limit :limit
                        """)
                .param("customer", customer)
                .param("department", scope.department())
                .param("agent", scope.agent())
                .param("limit", limit)
                .query(ConversationTable::conversation)
                .list();
    }
}
