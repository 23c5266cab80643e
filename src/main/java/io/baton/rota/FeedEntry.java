package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something in a person's calendar.
 *
 * @param uid the same however the entry is changed
 * @param firstDay and lastDay the days it touches, both included
 * @param time none when it takes whole days
 */
record FeedEntry(
        String uid,
        String summary,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable TimeWindow time) {

    /** Two entries that say the same have the same one. */
    String fingerprint() {
        return summary + "|" + (time == null ? firstDay + "/" + lastDay : time.start() + "/" + time.end());
    }
}
