package io.baton.load;

import java.util.UUID;

/** Where a relay puts a message before it acknowledges it. */
interface RelayStore {

    RelayStore NONE = (conversation, seq, id, body) -> {};

    void store(UUID conversation, long seq, UUID id, String body);
}
