package io.baton.chat.web;

import io.baton.chat.QuickReplies;
import io.baton.chat.QuickReply;
import io.baton.chat.Renderings;
import io.baton.kernel.EntityTags;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quick replies, personal and shared; who changes one says which version was seen, with {@code If-Match}. */
@RestController
@RequestMapping("/api/v1/quick-replies")
class QuickReplyController {

    private final QuickReplies replies;
    private final Renderings renderings;

    QuickReplyController(QuickReplies replies, Renderings renderings) {
        this.replies = replies;
        this.renderings = renderings;
    }

    /** @param department whose it is when a department shares it; the own one when none is named */
    record Addition(
            QuickReply.@NotNull Scope scope,
            @Nullable String department,
            @Nullable String category,
            @NotNull String title,
            @Nullable String shortcut,
            @NotNull String body) {

        QuickReply.Draft draft() {
            return new QuickReply.Draft(category, title, shortcut, body);
        }
    }

    record Change(
            @Nullable String category,
            @NotNull String title,
            @Nullable String shortcut,
            @NotNull String body) {

        QuickReply.Draft draft() {
            return new QuickReply.Draft(category, title, shortcut, body);
        }
    }

    @GetMapping
    Page<QuickReply> list(
            @RequestParam(required = false) QuickReply.@Nullable Scope scope,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = cursor == null ? null : Ids.parse(cursor, "cursor_unknown");
        return replies.list(new QuickReplies.Query(scope, category, q, after), limit);
    }

    /** The categories of those that the caller may use. */
    @GetMapping("/categories")
    Page<QuickReplies.Category> categories() {
        return Page.last(replies.categories());
    }

    @PostMapping
    ResponseEntity<QuickReply> add(@Valid @RequestBody Addition addition) {
        var added = replies.add(addition.scope(), addition.department(), addition.draft());
        return ResponseEntity.created(URI.create("/api/v1/quick-replies/" + added.id()))
                .eTag(EntityTags.of(added.version()))
                .body(added);
    }

    @GetMapping("/{id}")
    ResponseEntity<QuickReply> get(@PathVariable String id) {
        return tagged(replies.get(id(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<QuickReply> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        var known = replies.get(id(id));
        return tagged(replies.change(known.id(), EntityTags.seen(ifMatch), change.draft()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var known = replies.get(id(id));
        replies.remove(known.id(), EntityTags.seen(ifMatch));
    }

    /** The text for a conversation, with its placeholders filled. */
    @GetMapping("/{id}/rendering")
    Renderings.Rendering render(@PathVariable String id, @RequestParam String conversation) {
        return renderings.of(id(id), ConversationController.id(conversation));
    }

    private static ResponseEntity<QuickReply> tagged(QuickReply reply) {
        return ResponseEntity.ok().eTag(EntityTags.of(reply.version())).body(reply);
    }

    private static UUID id(String text) {
        return Ids.parse(text, "quick_reply_unknown");
    }
}
