package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text to be used again and again, as it is stored.
 *
 * @param owner the person of a personal one, the department of a shared one, absent when the whole company shares it
 * @param shortcut what an agent types to get it; no other of the same owner has it
 * @param body may hold placeholders such as {@code {{customer.name}}}
 * @param version grows with each change
 */
public record QuickReply(
        UUID id,
        Scope scope,
        @Nullable String owner,
        String category,
        String title,
        @Nullable String shortcut,
        String body,
        int version,
        String updatedBy,
        Instant updatedAt) {

    /** Who uses it. */
    public enum Scope {
        PERSONAL,
        DEPARTMENT,
        TENANT
    }

    /** What is written of it; refuses what is out of bounds and placeholders that nothing can fill. */
    public record Draft(
            @Nullable String category,
            String title,
            @Nullable String shortcut,
            String body) {

        public static final int CATEGORY = 50;
        public static final int TITLE = 100;
        public static final int SHORTCUT = 30;
        public static final int BODY = ClientFrame.BODY;

        private static final Pattern ONE_WORD = Pattern.compile("[^\\s\\p{Cntrl}]+");

        public Draft {
            Bounds.optional("category", category, CATEGORY);
            Bounds.text("title", title, 1, TITLE);
            Bounds.text("body", body, 1, BODY);
            category = category == null ? "" : category.strip();
            title = title.strip();
            shortcut = shortcut == null || shortcut.isBlank() ? null : word(shortcut.strip());
            Placeholders.requireKnown(body);
        }

        private static String word(String shortcut) {
            Bounds.text("shortcut", shortcut, 1, SHORTCUT);
            Bounds.matching("shortcut", shortcut, ONE_WORD, "must be one word");
            return shortcut.toLowerCase(Locale.ROOT);
        }
    }

    /** Own ones are nobody else's; shared ones are seen by those who share them. */
    boolean isFor(Actor actor) {
        return switch (scope) {
            case PERSONAL -> actor.id().equals(owner);
            case DEPARTMENT -> actor.is(Role.ADMIN) || (owner != null && owner.equals(actor.department()));
            case TENANT -> true;
        };
    }
}
