package io.baton.chat;

import io.baton.kernel.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer looked at a page of the company's site.
 *
 * @param url as {@link PageAddress} keeps it
 * @param title on one line; empty when the page has none
 */
public record PageVisit(String url, String title, Instant at) {

    private static final int TITLE = 200;

    /**
     * A visit as a browser tells it; refuses an address that is none with 422. A title that is too long is cut, and a clock
     * that is fast is not believed.
     */
    public static PageVisit told(String url, @Nullable String title, @Nullable Instant at, Instant now) {
        var kept = PageAddress.of(url)
                .orElseThrow(() -> Problem.invalid(
                        "url",
                        "must be an http or https address of at most %d characters".formatted(PageAddress.LONGEST)));
        Bounds.text("url", kept, 1, PageAddress.LONGEST);
        Bounds.time("at", at);
        var line = Lines.of(title == null ? "" : title);
        var cut = line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE));
        Bounds.optional("title", cut, cut.length());
        return new PageVisit(kept, cut, at == null || at.isAfter(now) ? now : at);
    }
}
