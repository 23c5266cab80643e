package io.baton.chat.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * What is wrong with a file of quick replies.
 *
 * @param line from 1; 0 when it is the file as a whole
 * @param column from 1; 0 when it is the line as a whole
 * @param code the text is {@code quick_reply.import.<code>}
 * @param more what the text needs
 */
record ReplyMistake(int line, int column, String field, String code, String value, List<Object> more) {

    private static final int SHOWN = 40;

    static ReplyMistake of(int line, int column, String field, String code, String value, Object... more) {
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return new ReplyMistake(line, column, field, code, shown, List.of(more));
    }

    Map<String, Object> violation(MessageSource messages, Locale locale) {
        return Map.of(
                "field",
                field.isEmpty() ? "file" : field,
                "line",
                line,
                "column",
                column,
                "code",
                code,
                "value",
                value,
                "message",
                messages.getMessage("quick_reply.import." + code, more.toArray(), locale));
    }
}
