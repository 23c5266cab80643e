package io.baton.swap;

import io.baton.identity.TenantSettings;
import java.time.Duration;
import java.time.Instant;

/** What {@code rules/chain-swap.drl} knows about a chain beside the figures of the rota. Plain values. */
public final class ChainSwapFacts {

    private ChainSwapFacts() {}

    /** The chain as a whole; {@code closed} when each shift that is given is taken, in one circle. */
    public record Chain(boolean closed) {}

    /**
     * A shift that is given away, at its step.
     *
     * @param agent the name of whoever gives it
     * @param own whether it is that person's
     * @param live whether it is on the rota and worked: neither changed nor left meanwhile
     * @param heldBy the number of the other open request that holds it; empty when none does
     */
    public record Item(
            int step, String agent, String zh, String en, boolean own, boolean live, Instant begins, String heldBy) {

        public boolean isHeld() {
            return !heldBy.isEmpty();
        }
    }

    /** A person who has a second part, at its step. */
    public record SecondPart(int step, String agent) {}

    /** A shift that is given away a second time, at that step. */
    public record SecondGift(int step, String zh, String en) {}

    /** How long before the first of the shifts all is settled, and now. */
    public record Notice(Duration length, Instant now) {

        static Notice of(TenantSettings settings, Instant now) {
            return new Notice(length(settings), now);
        }

        static Duration length(TenantSettings settings) {
            return settings.duration("swap.notice", Duration.ofHours(2));
        }

        public boolean isTooLateFor(Instant begins) {
            return begins.isBefore(now.plus(length));
        }

        public long minutes() {
            return length.toMinutes();
        }
    }
}
