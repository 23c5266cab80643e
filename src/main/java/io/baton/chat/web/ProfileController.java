package io.baton.chat.web;

import io.baton.chat.CustomerNote;
import io.baton.chat.CustomerNotes;
import io.baton.chat.CustomerProfile;
import io.baton.chat.CustomerProfiles;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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

/** What the site told of a customer, and what colleagues wrote down; never for customers. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
class ProfileController {

    private final CustomerProfiles profiles;
    private final CustomerNotes notes;

    ProfileController(CustomerProfiles profiles, CustomerNotes notes) {
        this.profiles = profiles;
        this.notes = notes;
    }

    /** @param conversationId of which conversation it is; absent when it is of the customer */
    record CustomerNoting(
            @NotBlank @Size(max = CustomerNote.LONGEST) String text,
            @Nullable UUID conversationId) {

        @Override
        public String toString() {
            return "CustomerNoting[***]";
        }
    }

    /** @param number that of the conversation */
    record CustomerNoteShown(
            UUID id,
            @Nullable UUID conversationId,
            @Nullable String number,
            Author author,
            Instant at,
            String text) {

        record Author(String id, String name) {}

        static CustomerNoteShown of(CustomerNote note) {
            return new CustomerNoteShown(
                    note.id(),
                    note.conversationId(),
                    note.number(),
                    new Author(note.author(), note.authorName()),
                    note.at(),
                    note.text());
        }
    }

    @GetMapping("/profile")
    CustomerProfile profile(@PathVariable String id) {
        return profiles.of(customer(id));
    }

    /** Newest first. */
    @GetMapping("/notes")
    Page<CustomerNoteShown> notes(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = cursor == null ? null : Ids.parse(cursor, "cursor_unknown");
        return notes.list(customer(id), limit, before).map(CustomerNoteShown::of);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerNoteShown note(@PathVariable String id, @Valid @RequestBody CustomerNoting noting) {
        return CustomerNoteShown.of(notes.add(customer(id), noting.conversationId(), noting.text()));
    }

    private static UUID customer(String id) {
        return Ids.parse(id, "customer_unknown");
    }
}
