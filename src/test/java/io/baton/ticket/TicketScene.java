package io.baton.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tickets of a company that is open, and people who work on them over HTTP. */
abstract class TicketScene {

    static final String TICKETS = "/api/v1/tickets";

    @Autowired
    TenantScope scope;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tickets tickets;

    /** Who came to the widget, and what the server knows the visitor by. */
    record Visitor(Http http, String id) {}

    static Visitor visitor() {
        var admitted = Http.anonymous().post("/api/v1/visitors", Map.of("tenant", "acme", "name", "李女士"));
        return new Visitor(
                Http.with(admitted.json().path("token").asText()),
                admitted.json().path("visitorId").asText());
    }

    Ticket open(String department, String subject) {
        return open(department, subject, TicketPriority.NORMAL, "c-" + UUID.randomUUID());
    }

    Ticket open(String department, String subject, TicketPriority priority, String customer) {
        return open(new NewTicket(
                Ids.next(), new NewTicket.Customer(customer, "李女士"), subject, "想退票", department, priority));
    }

    Ticket open(NewTicket about) {
        return as(Samples.SYSTEM, () -> tickets.open(about));
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return scope.call(actor, () -> transactions.execute(status -> work.get()));
    }

    /** Moves what happened to a ticket into the past. */
    void age(Ticket ticket, Duration time) {
        as(
                Samples.SYSTEM,
                () -> jdbc.sql("""
                        update ticket set state_since = state_since - :time::interval,
                            waiting_since = waiting_since - :time::interval, due_at = due_at - :time::interval
                        where id = :id
                        """)
                        .param("time", time.toString())
                        .param("id", ticket.id())
                        .update());
    }

    static String path(Ticket ticket, String rest) {
        return TICKETS + "/" + ticket.id() + rest;
    }

    static JsonNode shown(Ticket ticket) {
        return Http.as("acme.admin").get(path(ticket, "")).json();
    }

    /** Changes a ticket as it is now. */
    static Answer change(String person, Ticket ticket, String verb, Map<String, ?> body) {
        return Http.as(person)
                .header("If-Match", "\"" + shown(ticket).path("version").asInt() + "\"")
                .post(path(ticket, verb), body);
    }

    static Answer assign(String person, Ticket ticket, @Nullable String assignee) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("assignee", assignee);
        return change(person, ticket, "/assignment", body);
    }

    static Answer state(String person, Ticket ticket, String state) {
        return change(person, ticket, "/state", Map.of("state", state));
    }

    static Instant instant(JsonNode ticket, String field) {
        return Instant.parse(ticket.path(field).asText());
    }
}
