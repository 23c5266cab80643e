package io.baton.chat.web;

import io.baton.chat.ClientFrame;
import io.baton.chat.History;
import io.baton.chat.Message;
import io.baton.chat.Messages;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** The messages of a conversation, always oldest first; a message sent here is the same as one sent by socket. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/messages")
class MessageController {

    private final History history;
    private final Messages messages;

    MessageController(History history, Messages messages) {
        this.history = history;
        this.messages = messages;
    }

    record Sending(
            @NotNull UUID id,
            @NotBlank @Size(max = ClientFrame.BODY) String body,

            @Pattern(regexp = "text/(plain|markdown)") @Nullable
            String contentType) {}

    record Sent(UUID id, long seq, Instant sentAt) {}

    /**
     * The first messages after a seq, or the last ones before a seq, or without both the newest.
     *
     * @return {@code next} is the seq to go on from in the same direction
     */
    @GetMapping
    Page<Message> list(
            @PathVariable String id,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(required = false) @Min(1) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit) {
        if (after != null && before != null) {
            throw Problem.invalid("before", "only one of after and before");
        }
        var conversation = ConversationController.id(id);
        return after == null
                ? backward(history.before(conversation, before == null ? Long.MAX_VALUE : before, limit + 1), limit)
                : Page.cut(history.after(conversation, after, limit + 1), limit, message -> "" + message.seq());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Sent send(@PathVariable String id, @Valid @RequestBody Sending sending) {
        var draft =
                new Messages.Draft(sending.id(), ConversationController.id(id), sending.body(), sending.contentType());
        var message = messages.append(draft);
        return new Sent(message.id(), message.seq(), message.sentAt());
    }

    private static Page<Message> backward(List<Message> found, int limit) {
        if (found.size() <= limit) {
            return Page.last(found);
        }
        var kept = found.subList(found.size() - limit, found.size());
        return new Page<>(kept, "" + kept.getFirst().seq());
    }
}
