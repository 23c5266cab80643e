package io.baton.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.ConversationExports;
import io.baton.chat.ExportProgress;
import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exports conversations as CSV or JSON. Written while it is read; {@code X-Total-Count} says how many there will be, and
 * the progress can be asked for under the id that the caller chose.
 */
@RestController
@RequestMapping("/api/v1/conversations/export")
class ExportController {

    private final ConversationExports exports;
    private final ExportProgress progress;
    private final Documents documents;
    private final CurrentActor current;

    ExportController(ConversationExports exports, ExportProgress progress, Documents documents, CurrentActor current) {
        this.exports = exports;
        this.progress = progress;
        this.documents = documents;
        this.current = current;
    }

    /** Makes writers for the company and the language of the caller. */
    @Component
    static class Documents {

        private final Tenants tenants;
        private final AgentNames names;
        private final MessageSource texts;
        private final ObjectMapper json;

        Documents(Tenants tenants, AgentNames names, MessageSource texts, ObjectMapper json) {
            this.tenants = tenants;
            this.names = names;
            this.texts = texts;
            this.json = json;
        }

        ExportFormat.Writer writer(ExportFormat format, OutputStream output, Locale locale) throws IOException {
            return switch (format) {
                case CSV ->
                    new CsvExport(
                            output,
                            tenants.settings().zone(),
                            column -> texts.getMessage("export." + column, null, locale),
                            names::of);
                case JSON -> new JsonExport(output, json);
            };
        }
    }

    /** @param id a UUID of the caller's, to ask for the progress with */
    @GetMapping
    void export(
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID id,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var chosen = ExportFormat.of(format);
        var query = ConversationExports.Query.of(
                from,
                to,
                agent,
                category,
                state == null ? null : ConversationController.state(state),
                customer,
                number,
                q);
        var export = exports.begin(id, chosen.ending(), query);
        response.setContentType(chosen.mediaType());
        response.setHeader("X-Total-Count", Long.toString(export.total()));
        response.setHeader("X-Export-Id", export.id().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("conversations." + chosen.ending())
                        .build()
                        .toString());
        var output = new BufferedOutputStream(response.getOutputStream());
        var writer = documents.writer(chosen, output, locale);
        exports.write(export, writer::write);
        writer.close();
    }

    @GetMapping("/progress")
    ExportProgress.Step progress(@RequestParam String id) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        return progress.of(Ids.parse(id, "export_unknown"));
    }
}
