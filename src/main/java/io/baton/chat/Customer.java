package io.baton.chat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visitor of the company's site.
 *
 * @param externalId the company's own id of the customer; present only when the company has signed it
 * @param page where the visitor opened the widget
 */
public record Customer(
        UUID id,
        String name,
        @Nullable String externalId,
        Map<String, String> attributes,
        @Nullable String page) {}
