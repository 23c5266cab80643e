package io.baton.chat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.QuickReply;
import io.baton.chat.QuickReplySets;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.sheet.Grid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The quick replies of one owner as a file, and back. Refuses with 422 {@code quick_replies_refused} and everything that is
 * wrong: then nothing of the file is taken.
 */
@RestController
class QuickReplyFileController {

    static final int MOST_BYTES = 2_000_000;
    static final int MOST_MISTAKES = 1_000;

    private final QuickReplySets sets;
    private final ObjectMapper json;
    private final CurrentActor current;
    private final MessageSource messages;

    QuickReplyFileController(QuickReplySets sets, ObjectMapper json, CurrentActor current, MessageSource messages) {
        this.sets = sets;
        this.json = json;
        this.current = current;
        this.messages = messages;
    }

    record Entry(String category, String title, @Nullable String shortcut, String body) {}

    record QuickRepliesImported(boolean dryRun, int added, int changed, int unchanged) {}

    @GetMapping("/api/v1/quick-replies/export")
    ResponseEntity<byte[]> export(
            @RequestParam QuickReply.Scope scope,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "csv") String format,
            Locale locale)
            throws JsonProcessingException {
        var chosen = ExportFormat.of(format);
        var replies = sets.of(scope, department);
        var name = ContentDisposition.attachment().filename("quick-replies." + chosen.ending());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(chosen.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(chosen == ExportFormat.CSV ? ReplySheet.csv(replies, heads(locale)) : array(replies));
    }

    /** @param department whose they are to be when a department shares them; the own one when none is named */
    @PostMapping(path = "/api/v1/quick-replies:import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    QuickRepliesImported take(
            @RequestPart MultipartFile file,
            @RequestParam QuickReply.Scope scope,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Locale locale) {
        current.get().require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var drafts = read(file, locale);
        var taken = dryRun ? sets.preview(scope, department, drafts) : sets.take(scope, department, drafts);
        return new QuickRepliesImported(dryRun, taken.added(), taken.changed(), taken.unchanged());
    }

    private List<QuickReply.Draft> read(MultipartFile file, Locale locale) {
        try {
            if (file.getSize() > MOST_BYTES) {
                throw new Grid.Unreadable("bytes");
            }
            var reading = ReplySheet.read(file.getBytes(), json);
            if (!reading.mistakes().isEmpty()) {
                throw refused(reading.mistakes(), locale);
            }
            return reading.drafts();
        } catch (Grid.Unreadable unreadable) {
            throw refused(List.of(ReplyMistake.of(0, 0, "", unreadable.code(), "")), locale);
        } catch (IOException cutOff) {
            throw Problem.unreadable("unreadable");
        }
    }

    private byte[] array(List<QuickReply> replies) throws JsonProcessingException {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(replies.stream()
                        .map(reply -> new Entry(reply.category(), reply.title(), reply.shortcut(), reply.body()))
                        .toList());
    }

    private List<String> heads(Locale locale) {
        return ReplySheet.COLUMNS.stream()
                .map(column -> messages.getMessage("quick_reply.sheet." + column, null, locale))
                .toList();
    }

    private Problem refused(List<ReplyMistake> mistakes, Locale locale) {
        var violations = mistakes.stream()
                .limit(MOST_MISTAKES)
                .map(mistake -> mistake.violation(messages, locale))
                .toList();
        return Problem.of(422, "quick_replies_refused", Map.of("violations", violations, "mistakes", mistakes.size()));
    }
}
