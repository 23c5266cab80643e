package io.baton.chat;

import io.baton.kernel.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes part in conversations of any tenant, and how far each has read: what sockets ask, one round trip each. */
@Component
public class Participants {

    private final HubTable table;

    /** Who takes part, and where the read mark of the asking party is now; absent when it did not move. */
    public record Reading(List<Party> parties, @Nullable Long moved) {}

    Participants(HubTable table) {
        this.table = table;
    }

    /** Who takes part now; nobody when there is no such conversation in the tenant. */
    public List<Party> of(Tenant tenant, UUID conversation) {
        return table.parties(tenant, conversation);
    }

    /** Moves the read mark of a participant forward, never back and never past the last message. */
    public Reading read(Tenant tenant, UUID conversation, Party party, long seq) {
        return table.read(tenant, conversation, party, seq);
    }

    /** The first messages after a seq that a participant, present or former, may read; empty for everybody else. */
    public Optional<List<Message>> page(Tenant tenant, UUID conversation, Party party, long after, int limit) {
        return table.page(tenant, conversation, party, after, limit);
    }
}
