package io.baton.chat.web;

import io.baton.chat.ExportRow;
import io.baton.kernel.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;

/** In which form an export is written. */
enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    JSON("application/json");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Writes rows as they come; closing it ends the document. */
    interface Writer extends Closeable {

        void write(ExportRow row) throws IOException;
    }

    static ExportFormat of(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("format", "must be csv or json");
        }
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
