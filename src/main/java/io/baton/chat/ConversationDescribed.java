package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody said what a conversation is about. */
public record ConversationDescribed(Actor actor, Conversation conversation, Topic from, Topic to, Instant at)
        implements Recorded {

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public String subjectId() {
        return conversation.id().toString();
    }

    @Override
    public @Nullable String owner() {
        return conversation.agentId();
    }

    @Override
    public @Nullable String department() {
        return conversation.department();
    }

    @Override
    public String before() {
        return from.toString();
    }

    @Override
    public String after() {
        return to.toString();
    }
}
