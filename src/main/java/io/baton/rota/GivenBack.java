package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a leave, or the rest of one, gave back to the rota.
 *
 * @param restored the shifts that are worked again
 * @param filledBy agents who had been given the same place meanwhile and keep it: they have begun, or an open request holds it
 * @param released shifts of agents who had been given the same place and are not needed there any more
 * @param away from when to when the person is still away; absent when nothing of the leave is left
 */
public record GivenBack(
        List<Assignment> restored,
        List<String> filledBy,
        List<Assignment> released,
        @Nullable TimeWindow away) {

    public GivenBack {
        restored = List.copyOf(restored);
        filledBy = List.copyOf(filledBy);
        released = List.copyOf(released);
    }
}
