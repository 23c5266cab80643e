package io.baton.chat.socket;

import io.baton.chat.Limits;

/** So many at once and so many per second on average. Not safe for several threads. */
final class TokenBucket {

    private static final double SECOND = 1_000;

    private final Limits.Rate rate;
    private double tokens;
    private long filledAt;

    TokenBucket(Limits.Rate rate, long now) {
        this.rate = rate;
        this.tokens = rate.burst();
        this.filledAt = now;
    }

    /** Takes one and answers 0, or answers how many milliseconds to wait for the next. */
    long take(long now) {
        tokens = Math.min(rate.burst(), tokens + Math.max(0, now - filledAt) * rate.perSecond() / SECOND);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return (long) Math.ceil((1 - tokens) * SECOND / rate.perSecond());
    }
}
