package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody took conversations out of Baton. */
public record ConversationsExported(
        Actor actor, UUID exportId, String format, ConversationExports.Query query, long conversations, Instant at)
        implements Recorded {

    @Override
    public String kind() {
        return "export";
    }

    @Override
    public String subjectId() {
        return exportId.toString();
    }

    @Override
    public String owner() {
        return actor.id();
    }

    @Override
    public @Nullable String department() {
        return actor.department();
    }

    @Override
    public String comment() {
        return "%s, %d, %s – %s, agent %s, category %s, state %s, customer %s, number %s, text %s"
                .formatted(
                        format,
                        conversations,
                        query.from(),
                        query.to(),
                        query.agent(),
                        query.category(),
                        query.state(),
                        query.customer(),
                        query.number(),
                        query.text());
    }
}
