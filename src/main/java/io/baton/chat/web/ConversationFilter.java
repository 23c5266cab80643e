package io.baton.chat.web;

import io.baton.chat.Conversation;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a list shows; absent means any.
 *
 * @param customer an id, the company's own id, or the exact name
 * @param agent who takes or took part
 * @param from the earliest time of opening
 * @param to later than the latest time of opening
 */
record ConversationFilter(
        Conversation.@Nullable State state,
        @Nullable String number,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable String category,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** An id is made a moment before its conversation is opened. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final int TEXT = 200;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    ConversationFilter {
        number = text("number", number);
        customer = text("customer", customer);
        agent = text("agent", agent);
        category = text("category", category);
        Stream.of(Map.entry("from", from == null ? Instant.EPOCH : from), Map.entry("to", to == null ? LAST : to))
                .filter(time -> time.getValue().isBefore(Instant.EPOCH)
                        || time.getValue().isAfter(LAST))
                .findFirst()
                .ifPresent(time -> {
                    throw Problem.invalid(time.getKey(), "must be between 1970 and 2200");
                });
    }

    /** Whether conversations that go on are wanted and no others. */
    boolean isOpen() {
        return state != null && state != Conversation.State.CLOSED;
    }

    /** Whether more than the state is asked for, so that many may have to be looked at for few. */
    boolean isNarrow() {
        return Stream.of(number, customer, agent, category, from, to).anyMatch(wanted -> wanted != null);
    }

    /** As SQL about the conversation {@code c}. */
    String condition() {
        var conditions = new ArrayList<>(List.of(ofState()));
        add(conditions, number, "c.number = :number");
        add(conditions, customer, """
                c.customer_id = any(array(select k.id from customer k where k.tenant_id = :tenant
                    and (k.id = :customerId::uuid or k.external_id = :customer or k.name = :customer)))""");
        add(conditions, agent, """
                exists (select from participant a where a.conversation_id = c.id and a.kind = 'AGENT' and a.party_id = :agent)""");
        add(conditions, category, "c.category = :category");
        add(conditions, from, "c.id >= :fromId and c.opened_at >= :from");
        add(conditions, to, "c.id < :toId and c.opened_at < :to");
        return String.join(" and ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("state", state == null ? null : state.name());
        parameters.put("number", number);
        parameters.put("customer", customer);
        parameters.put("customerId", customer == null ? null : id(customer));
        parameters.put("agent", agent);
        parameters.put("category", category);
        if (from != null) {
            parameters.put("from", Timestamp.from(from));
            parameters.put(
                    "fromId", Ids.floor(from.isBefore(Instant.EPOCH.plus(SLACK)) ? Instant.EPOCH : from.minus(SLACK)));
        }
        if (to != null) {
            parameters.put("to", Timestamp.from(to));
            parameters.put("toId", Ids.floor(to.plus(SLACK)));
        }
        return parameters;
    }

    /** The partial indexes of open conversations are used only where the query says that it wants no closed ones. */
    private String ofState() {
        if (state == null) {
            return ":state::text is null";
        }
        return isOpen() ? "c.state <> 'CLOSED' and c.state = :state" : "c.state = :state";
    }

    private static void add(List<String> conditions, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            conditions.add(condition);
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > TEXT || text.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "must have at most %d characters and no NUL".formatted(TEXT));
        }
        return text.strip();
    }
}
