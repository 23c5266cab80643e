package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see a customer: agents who take or took part in a conversation of the customer, managers whose department had
 * one, administrators. For all others who serve customers there is no such customer (404), everybody else is refused (403).
 */
@Component
@Transactional(readOnly = true)
public class CustomerAccess {

    /** Conversations {@code c} that belong to the reader, or to the department {@code :department}. */
    static final String OWN = """
            (:all or c.agent_id = :me or c.department = :department or exists (select from participant p
                where p.conversation_id = c.id and p.kind = 'AGENT' and p.party_id = :me))
            """;

    private final Customers customers;
    private final JdbcClient jdbc;
    private final CurrentActor current;

    CustomerAccess(Customers customers, JdbcClient jdbc, CurrentActor current) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.current = current;
    }

    /** The customer, when the current actor may see one like this. */
    public Customer require(UUID id) {
        staff();
        return customers.find(id).filter(found -> allows(id)).orElseThrow(() -> Problem.notFound("customer_unknown"));
    }

    /** Whether the current actor has to do with the customer by a conversation. */
    public boolean allows(UUID customer) {
        var actor = current.get();
        return actor.is(Role.ADMIN)
                || jdbc.sql("select exists (select from conversation c where c.customer_id = :customer and " + OWN
                                + ")")
                        .param("customer", customer)
                        .param("all", false)
                        .param("me", actor.id())
                        .param("department", actor.is(Role.MANAGER) ? actor.department() : null)
                        .query(Boolean.class)
                        .single();
    }

    /** Who asks; refuses with 403 whoever serves no customers. */
    Actor staff() {
        var actor = current.get();
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return actor;
    }
}
