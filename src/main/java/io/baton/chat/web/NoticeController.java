package io.baton.chat.web;

import io.baton.chat.Notices;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The notices of whoever asks, and of nobody else. */
@RestController
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/api/v1/notices")
    Page<Notices.Notice> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        return notices.list(locale, unread, limit, cursor == null ? null : Ids.parse(cursor, "cursor_unknown"));
    }

    @PostMapping("/api/v1/notices/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        notices.read(Ids.parse(id, "notice_unknown"));
    }

    @PostMapping("/api/v1/notices:read-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll() {
        notices.readAll();
    }
}
