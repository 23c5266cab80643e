package io.baton.handoff;

import org.jspecify.annotations.Nullable;

/**
 * A handoff and, as long as it waits, its place.
 *
 * @param position from 1; absent once nobody waits any more
 * @param estimatedWaitSeconds absent when no seat is served, so no wait can be told
 */
public record HandoffView(
        HandoffSnapshot handoff,
        @Nullable Integer position,
        @Nullable Long estimatedWaitSeconds) {

    static HandoffView of(HandoffSnapshot handoff, Places.@Nullable Told told) {
        if (told == null) {
            return new HandoffView(handoff, null, null);
        }
        var seconds = told.seconds().isPresent() ? Long.valueOf(told.seconds().getAsLong()) : null;
        return new HandoffView(handoff, told.place(), seconds);
    }
}
