package io.baton.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Ids;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest pages and events of each customer; who adds some holds the customer, so that the count is right. */
@Repository
class VisitorReportTable {

    static final int PAGES = 50;
    static final int EVENTS = 100;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    VisitorReportTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID customer, List<PageVisit> pages) {
        jdbc.sql("""
                        insert into customer_page (id, customer_id, url, title, at)
                        select id, ?, url, title, at::timestamptz
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as p (id, url, title, at)
                        """)
                .params(
                        customer,
                        pages.stream().map(page -> Ids.next()).toArray(UUID[]::new),
                        pages.stream().map(PageVisit::url).toArray(String[]::new),
                        pages.stream().map(PageVisit::title).toArray(String[]::new),
                        pages.stream().map(page -> page.at().toString()).toArray(String[]::new))
                .update();
        trim("customer_page", customer, PAGES);
    }

    void add(UUID customer, SiteEvent event) {
        jdbc.sql("insert into customer_event (id, customer_id, name, data, at) values (?, ?, ?, ?::jsonb, ?)")
                .params(Ids.next(), customer, event.name(), text(event.data()), Timestamp.from(event.at()))
                .update();
        trim("customer_event", customer, EVENTS);
    }

    /** Newest first. */
    List<PageVisit> pages(UUID customer) {
        return jdbc.sql("select url, title, at from customer_page where customer_id = ? order by at desc, id desc")
                .param(customer)
                .query((row, number) -> new PageVisit(
                        row.getString("url"),
                        row.getString("title"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Newest first. */
    List<SiteEvent> events(UUID customer) {
        return jdbc.sql("select name, data, at from customer_event where customer_id = ? order by at desc, id desc")
                .param(customer)
                .query((row, number) -> new SiteEvent(
                        row.getString("name"),
                        data(row.getString("data")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private void trim(String name, UUID customer, int most) {
        jdbc.sql("""
                        delete from %1$s where customer_id = ? and (at, id) < (
                            select at, id from %1$s where customer_id = ? order by at desc, id desc offset ? limit 1)
                        """.formatted(name)).params(customer, customer, most - 1).update();
    }

    private String text(Map<String, String> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> data(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the data of an event is no JSON object of texts", damaged);
        }
    }
}
