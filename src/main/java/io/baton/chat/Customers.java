package io.baton.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the current actor's tenant; one with a signed external id is the same customer every time. */
@Repository
@Transactional
public class Customers {

    /** The most attributes of a customer. */
    public static final int ATTRIBUTES = 50;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentActor current;
    private final Clock clock;

    Customers(JdbcClient jdbc, ObjectMapper json, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Customer> find(UUID id) {
        return jdbc.sql("select * from customer where id = ?")
                .param(id)
                .query(this::customer)
                .optional();
    }

    /**
     * Adds a customer, or brings the known one with this external id up to date: attributes are added to those that are known
     * while there is room, and who is a VIP is told anew each time. The id of the draft is not used.
     */
    public Customer admit(Customer draft) {
        return jdbc.sql("""
                        insert into customer (id, tenant_id, name, external_id, attributes, page, created_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (tenant_id, external_id) do update
                            set name = excluded.name, page = excluded.page, attributes = case
                                when baton_keys((customer.attributes - 'vip') || excluded.attributes) <= ?
                                    then (customer.attributes - 'vip') || excluded.attributes
                                else excluded.attributes end
                        returning *
                        """)
                .params(
                        Ids.next(),
                        current.tenant().id(),
                        draft.name(),
                        draft.externalId(),
                        text(draft.attributes()),
                        draft.page(),
                        Timestamp.from(clock.instant()),
                        ATTRIBUTES)
                .query(this::customer)
                .single();
    }

    /** Keeps others from changing the customer until the end of the transaction; 404 {@code customer_unknown}. */
    void hold(UUID id) {
        var held = jdbc.sql("select id from customer where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw Problem.notFound("customer_unknown");
        }
    }

    /** Adds attributes, and removes those that are null; false when there would be too many, and then nothing changes. */
    boolean describe(UUID id, Map<String, @Nullable String> told) {
        var removed = told.keySet().toArray(String[]::new);
        var added = text(told);
        return jdbc.sql("""
                        update customer set attributes = (attributes - ?::text[]) || jsonb_strip_nulls(?::jsonb)
                        where id = ? and baton_keys((attributes - ?::text[]) || jsonb_strip_nulls(?::jsonb)) <= ?
                        """)
                        .params(removed, added, id, removed, added, ATTRIBUTES)
                        .update()
                == 1;
    }

    private Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("external_id"),
                attributes(row.getString("attributes")),
                row.getString("page"));
    }

    private String text(Map<String, ? extends @Nullable String> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> attributes(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the attributes of a customer are no JSON object of texts", damaged);
        }
    }
}
