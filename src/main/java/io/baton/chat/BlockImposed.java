package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer or an address is not connected to people any more. */
public record BlockImposed(Actor actor, Block block, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "block";
    }

    @Override
    public String subjectId() {
        return block.id().toString();
    }

    @Override
    public @Nullable String department() {
        return actor.department();
    }

    @Override
    public String after() {
        return block.kind() + " " + block.subject();
    }

    @Override
    public String comment() {
        return block.reason();
    }
}
