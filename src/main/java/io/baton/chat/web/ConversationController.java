package io.baton.chat.web;

import io.baton.chat.Conversation;
import io.baton.chat.Conversations;
import io.baton.chat.Entrance;
import io.baton.chat.History;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations: opened by customers, ended by either side, rated afterwards; each sees the own ones only. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    private static final String REASON_CUSTOMER = "closed_by_customer";
    private static final String REASON_STAFF = "closed_by_agent";

    private final Conversations conversations;
    private final History history;
    private final ConversationViews views;
    private final Entrance entrance;
    private final CurrentActor current;

    ConversationController(
            Conversations conversations,
            History history,
            ConversationViews views,
            Entrance entrance,
            CurrentActor current) {
        this.conversations = conversations;
        this.history = history;
        this.views = views;
        this.entrance = entrance;
        this.current = current;
    }

    record Opening(
            @Size(max = 200) @Nullable String subject,
            @Size(max = 50) @Nullable String category) {}

    record Opened(UUID conversationId) {}

    /** @param note for the own people, who alone may write one */
    record Closing(
            @Size(max = 200) @Nullable String reason,
            @Size(max = 500) @Nullable String note) {}

    record Rating(
            @NotNull @Min(1) @Max(5) Integer score,
            @Size(max = 1_000) @Nullable String comment) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@Valid @RequestBody(required = false) @Nullable Opening opening, HttpServletRequest request) {
        var customer = VisitorController.requireVisitor(current);
        entrance.requireWelcome(current.tenant(), customer.toString(), request.getRemoteAddr());
        var asked = opening == null ? new Opening(null, null) : opening;
        return new Opened(
                conversations.open(customer, asked.subject(), asked.category()).id());
    }

    @GetMapping
    Page<ConversationView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = cursor == null ? null : Ids.parse(cursor, "cursor_unknown");
        var wanted = state == null ? null : state(state);
        return views.list(new ConversationFilter(wanted, number, customer, agent, category, from, to), limit, before);
    }

    @GetMapping("/{id}")
    ConversationView get(@PathVariable String id) {
        return views.of(history.get(id(id)));
    }

    @PostMapping("/{id}/close")
    ConversationView close(@PathVariable String id, @Valid @RequestBody(required = false) @Nullable Closing closing) {
        var conversation = history.getOwn(id(id));
        var byCustomer =
                conversation.customerId().toString().equals(current.get().id());
        var reason = closing == null ? null : closing.reason();
        if (closing != null && !byCustomer) {
            conversations.remark(conversation.id(), closing.note());
        }
        conversations.close(
                conversation.id(),
                reason == null || reason.isBlank() ? (byCustomer ? REASON_CUSTOMER : REASON_STAFF) : reason.strip());
        return views.of(conversations.get(conversation.id()));
    }

    @PostMapping("/{id}/rating")
    ConversationView rate(@PathVariable String id, @Valid @RequestBody Rating rating) {
        VisitorController.requireVisitor(current);
        var conversation = history.get(id(id));
        conversations.rate(conversation.id(), rating.score(), rating.comment());
        return views.of(conversations.get(conversation.id()));
    }

    /** What is no id is no conversation. */
    static UUID id(String text) {
        return Ids.parse(text, "conversation_unknown");
    }

    static Conversation.State state(String text) {
        try {
            return Conversation.State.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("state", "must be OPEN, WITH_AGENT or CLOSED");
        }
    }
}
