package io.baton.chat.web;

import io.baton.chat.Tags;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tags of customers and conversations; each change answers all tags that there are afterwards. */
@RestController
@RequestMapping("/api/v1")
class TagController {

    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    record Tag(@NotBlank @Size(max = Tags.LONGEST) String name) {}

    record Tagged(List<String> tags) {}

    /** Those in use that begin with a text, the most used first. */
    @GetMapping("/tags")
    Page<String> suggest(@RequestParam(defaultValue = "") @Size(max = Tags.LONGEST) String q) {
        return Page.last(tags.suggested(q));
    }

    @PostMapping("/customers/{id}/tags")
    Tagged tagCustomer(@PathVariable String id, @Valid @RequestBody Tag tag) {
        return new Tagged(tags.addToCustomer(customer(id), tag.name()));
    }

    @DeleteMapping("/customers/{id}/tags")
    Tagged untagCustomer(@PathVariable String id, @RequestParam String name) {
        return new Tagged(tags.removeFromCustomer(customer(id), name));
    }

    @PostMapping("/conversations/{id}/tags")
    Tagged tagConversation(@PathVariable String id, @Valid @RequestBody Tag tag) {
        return new Tagged(tags.addToConversation(ConversationController.id(id), tag.name()));
    }

    @DeleteMapping("/conversations/{id}/tags")
    Tagged untagConversation(@PathVariable String id, @RequestParam String name) {
        return new Tagged(tags.removeFromConversation(ConversationController.id(id), name));
    }

    private static UUID customer(String id) {
        return Ids.parse(id, "customer_unknown");
    }
}
