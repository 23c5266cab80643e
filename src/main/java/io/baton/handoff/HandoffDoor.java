package io.baton.handoff;

import io.baton.chat.Blocklist;
import io.baton.chat.Entrance;
import io.baton.chat.Party;
import io.baton.kernel.Admission;
import io.baton.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where requests for a person come in from outside: a customer is refused when the address is blocked (403
 * {@code blocked}) or too many come from there (429), and whoever is refused for asking too often is remembered. So many
 * begin at once as the processors can serve; the rest wait for their turn without a connection of the database, so that
 * those who are being served are answered and served to the end, and read 503 {@code overloaded} when it takes too long.
 */
@Component
public class HandoffDoor {

    private static final int TOO_MANY = 429;
    private static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admission admission = new Admission(AT_ONCE, PATIENCE);
    private final HandoffRequests requests;
    private final HandoffRefusals refusals;
    private final Entrance entrance;
    private final Blocklist blocklist;
    private final Turn turn;

    HandoffDoor(HandoffRequests requests, HandoffRefusals refusals, Entrance entrance, Blocklist blocklist, Turn turn) {
        this.requests = requests;
        this.refusals = refusals;
        this.entrance = entrance;
        this.blocklist = blocklist;
        this.turn = turn;
    }

    public HandoffView request(UUID conversation, HandoffRequest request, String address) {
        var pressed = turn.now();
        return admission.call(() -> admitted(conversation, request, pressed, address));
    }

    private HandoffView admitted(UUID conversation, HandoffRequest request, Instant pressed, String address) {
        if (Party.of(turn.actor()).kind() == Party.Kind.AGENT) {
            return requests.request(conversation, request, pressed);
        }
        try {
            if (blocklist.blocksAddress(address)) {
                throw Problem.forbidden("blocked");
            }
            entrance.requireRoomToAsk(turn.who(), address);
            return requests.request(conversation, request, pressed);
        } catch (Problem refused) {
            if (refused.status() == TOO_MANY) {
                refusals.tooOften(conversation, request, address);
            }
            throw refused;
        }
    }
}
