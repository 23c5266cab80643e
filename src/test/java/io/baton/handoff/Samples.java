package io.baton.handoff;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Handoffs and agents for tests of the domain. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final Actor SYSTEM = Actor.system(new Tenant("acme"));
    static final HandoffScore SCORE = HandoffScore.BY_HAND;

    private Samples() {}

    static Ask ask(String... skills) {
        return new Ask(Ids.next(), new Ask.Customer(UUID.randomUUID().toString(), "林"), "退票", "想退票", Set.of(skills));
    }

    static Handoff requested(String... skills) {
        var handoff =
                Handoff.request(Ids.next(), ask(skills), Place.entering("ticketing", Priority.NORMAL, NOON), SYSTEM);
        handoff.takeEvents();
        return handoff;
    }

    static Offer offer(String agent) {
        return new Offer(agent, SCORE, NOON, NOON.plusSeconds(30));
    }

    static HandoffSnapshot.Transfer asked(String agent) {
        return new HandoffSnapshot.Transfer(agent, NOON, NOON.plusSeconds(30));
    }

    /** A handoff that was brought to the state by legal moves. */
    static Handoff in(HandoffState state) {
        var handoff = requested();
        switch (state) {
            case PENDING -> {}
            case ASSIGNED -> handoff.offer(offer("kf001"), SYSTEM);
            case ACCEPTED -> {
                handoff.offer(offer("kf001"), SYSTEM);
                handoff.accept(SYSTEM, NOON);
            }
            case IN_PROGRESS, PAUSED, TRANSFERRED, COMPLETED -> served(handoff, state);
            case CANCELLED -> handoff.cancel("customer", SYSTEM, NOON);
            case TICKETED -> handoff.ticket(ticket(), SYSTEM, NOON);
        }
        handoff.takeEvents();
        return handoff;
    }

    static Outcome.TicketRef ticket() {
        return new Outcome.TicketRef(Ids.next(), "T-20261122-000001");
    }

    static Candidate agent(String id, int active, int max) {
        return new Candidate(
                id, true, new Candidate.Seat(active, max, Quality.UNKNOWN, null, null), Set.of(), false, false);
    }

    private static void served(Handoff handoff, HandoffState state) {
        handoff.offer(offer("kf001"), SYSTEM);
        handoff.accept(SYSTEM, NOON);
        handoff.begin(SYSTEM, NOON);
        switch (state) {
            case PAUSED -> handoff.pause(SYSTEM, NOON);
            case TRANSFERRED -> handoff.passOn(asked("kf002"), SYSTEM);
            case COMPLETED -> handoff.complete("done", SYSTEM, NOON);
            default -> {}
        }
    }
}
