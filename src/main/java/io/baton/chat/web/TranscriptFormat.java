package io.baton.chat.web;

import io.baton.chat.Message;
import io.baton.kernel.Problem;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** In which form a transcript is written. */
enum TranscriptFormat {
    TXT("text/plain;charset=UTF-8") {
        @Override
        Writer writer(Appendable output, TranscriptWords.Spoken words) {
            return new Text(output, words);
        }
    },
    HTML("text/html;charset=UTF-8") {
        @Override
        Writer writer(Appendable output, TranscriptWords.Spoken words) {
            return new Page(output, words);
        }
    };

    private final String mediaType;

    TranscriptFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Writes messages as they come. */
    interface Writer {

        void begin() throws IOException;

        void write(Message message) throws IOException;

        void end() throws IOException;
    }

    abstract Writer writer(Appendable output, TranscriptWords.Spoken words);

    static TranscriptFormat of(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("format", "must be txt or html");
        }
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One message a paragraph; its further lines are moved in, so that nobody can write a line of somebody else's. */
    private record Text(Appendable output, TranscriptWords.Spoken words) implements Writer {

        @Override
        public void begin() throws IOException {
            output.append(words.title()).append('\n').append(words.facts()).append("\n\n");
        }

        @Override
        public void write(Message message) throws IOException {
            output.append('[')
                    .append(words.time(message))
                    .append("] ")
                    .append(words.sender(message))
                    .append(": ")
                    .append(words.body(message).strip().replaceAll("\\R", "\n    "))
                    .append('\n');
        }

        @Override
        public void end() {
            // A text has no closing line.
        }
    }

    /** A page that stands for itself; whatever people wrote is text in it. */
    private record Page(Appendable output, TranscriptWords.Spoken words) implements Writer {

        private static final String STYLE = """
                body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif;color:#12262c}
                h1{font-size:1.3rem;margin:0}li,header p{color:#51646b}ol{list-style:none;padding:0}
                li{margin:1rem 0}b{color:#12262c}time{font-size:.85rem}p{margin:0;color:#12262c;white-space:pre-wrap;overflow-wrap:anywhere}
                """;

        @Override
        public void begin() throws IOException {
            output.append(
                    "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title><style>%s</style></head>\n"
                            .formatted(escaped(words.language()), escaped(words.title()), STYLE));
            output.append("<body><header><h1>%s</h1><p>%s</p></header><ol>\n"
                    .formatted(escaped(words.title()), escaped(words.facts())));
        }

        @Override
        public void write(Message message) throws IOException {
            output.append("<li><b dir=\"auto\">%s</b> <time datetime=\"%s\">%s</time><p dir=\"auto\">%s</p></li>\n"
                    .formatted(
                            escaped(words.sender(message)),
                            message.sentAt(),
                            words.time(message),
                            escaped(words.body(message).strip())));
        }

        @Override
        public void end() throws IOException {
            output.append("</ol></body></html>\n");
        }

        private static String escaped(String text) {
            return HtmlUtils.htmlEscape(text, "UTF-8");
        }
    }
}
