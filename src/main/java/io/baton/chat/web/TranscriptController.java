package io.baton.chat.web;

import io.baton.chat.History;
import io.baton.chat.Message;
import io.baton.identity.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives out what was said in a conversation as a document to keep, to whoever may read the conversation. Written while it
 * is read, with no more than a page of it in memory.
 */
@RestController
class TranscriptController {

    private static final int PAGE = 200;
    /** A document that a browser opens runs nothing and loads nothing. */
    private static final String NOTHING = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final History history;
    private final ConversationViews views;
    private final TranscriptWords words;
    private final Tenants tenants;

    TranscriptController(History history, ConversationViews views, TranscriptWords words, Tenants tenants) {
        this.history = history;
        this.views = views;
        this.words = words;
        this.tenants = tenants;
    }

    /** @param format {@code txt} or {@code html} */
    @GetMapping("/api/v1/conversations/{id}/transcript")
    void write(
            @PathVariable String id,
            @RequestParam(defaultValue = "txt") String format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var chosen = TranscriptFormat.of(format);
        var conversation = views.of(history.get(ConversationController.id(id)));
        response.setContentType(chosen.mediaType());
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(conversation.number() + "." + chosen.ending())
                        .build()
                        .toString());
        var output = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        var page = chosen.writer(output, words.in(locale, tenants.settings(), conversation));
        page.begin();
        messages(conversation.id(), page);
        page.end();
        output.flush();
    }

    private void messages(UUID conversation, TranscriptFormat.Writer page) throws IOException {
        long after = 0;
        while (true) {
            var messages = history.after(conversation, after, PAGE);
            for (Message message : messages) {
                page.write(message);
            }
            if (messages.size() < PAGE) {
                return;
            }
            after = messages.getLast().seq();
        }
    }
}
