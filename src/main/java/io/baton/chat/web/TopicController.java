package io.baton.chat.web;

import io.baton.chat.ConversationTopics;
import io.baton.kernel.EntityTags;
import io.baton.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What conversations are about; who changes it says which {@code topicVersion} was seen, with {@code If-Match}. */
@RestController
@RequestMapping("/api/v1")
class TopicController {

    private final ConversationTopics topics;
    private final ConversationViews views;

    TopicController(ConversationTopics topics, ConversationViews views) {
        this.topics = topics;
        this.views = views;
    }

    record TopicChange(
            @Size(max = 200) @Nullable String subject,
            @Size(max = 50) @Nullable String category) {}

    /** Those of the newest conversations, the most frequent first. */
    @GetMapping("/categories")
    Page<String> categories() {
        return Page.last(topics.categories());
    }

    @PutMapping("/conversations/{id}/topic")
    ResponseEntity<ConversationView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopicChange change) {
        var conversation = topics.own(ConversationController.id(id));
        topics.change(conversation.id(), EntityTags.seen(ifMatch), change.subject(), change.category());
        var view = views.of(conversation);
        return ResponseEntity.ok().eTag(EntityTags.of(view.topicVersion())).body(view);
    }
}
