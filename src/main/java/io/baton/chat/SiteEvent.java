package io.baton.chat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something a customer did on the company's site, for example put a ticket into the basket. */
public record SiteEvent(String name, Map<String, String> data, Instant at) {

    private static final int NAME = 100;

    /** An event as a browser tells it; refuses with 422 a name that is none and data that is not flat. */
    public static SiteEvent told(String name, Map<String, ?> data, Instant now) {
        var line = Lines.of(name);
        Bounds.text("name", line, 1, NAME);
        var texts = new LinkedHashMap<String, String>();
        PlainValues.of("data", data).forEach((key, value) -> {
            if (value != null) {
                texts.put(key, value);
            }
        });
        return new SiteEvent(line, texts, now);
    }
}
