package io.baton.chat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visitor of the company's site.
 *
 * @param externalId the company's own id of the customer; present only when the company has signed it
 * @param attributes what the site tells of the customer; {@value #VIP} among them only when the company has signed it
 * @param page where the visitor opened the widget
 */
public record Customer(
        UUID id,
        String name,
        @Nullable String externalId,
        Map<String, String> attributes,
        @Nullable String page) {

    public static final String VIP = "vip";

    /** Whether the company has signed that this is one of its VIPs. */
    public boolean isVip() {
        return Boolean.parseBoolean(attributes.get(VIP));
    }
}
