package io.baton.chat.web;

import io.baton.chat.Search;
import io.baton.chat.SenderType;
import io.baton.chat.Snippet;
import io.baton.kernel.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search in messages, newest first; everybody finds only what they may read. */
@RestController
@RequestMapping("/api/v1/messages/search")
class SearchController {

    private final Search search;
    private final AgentNames names;

    SearchController(Search search, AgentNames names) {
        this.search = search;
        this.names = names;
    }

    /** @param snippet plain text; its marks are offsets in UTF-16 units, as JavaScript counts */
    record Found(
            UUID conversationId,
            String number,
            String customer,
            long seq,
            Sender sender,
            Instant sentAt,
            String contentType,
            Snippet snippet) {}

    record Sender(SenderType type, String id, String name) {}

    @GetMapping
    Page<Found> find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = state == null ? null : ConversationController.state(state);
        return search.find(new Search.Query(q, customer, agent, category, wanted, from, to), limit, cursor)
                .map(this::found);
    }

    private Found found(Search.Hit hit) {
        var name = switch (hit.senderType()) {
            case AGENT -> names.of(hit.senderId());
            case CUSTOMER -> hit.customer();
            case SYSTEM, BOT -> "Baton";
        };
        return new Found(
                hit.conversationId(),
                hit.number(),
                hit.customer(),
                hit.seq(),
                new Sender(hit.senderType(), hit.senderId(), name),
                hit.sentAt(),
                hit.contentType(),
                hit.snippet());
    }
}
