package io.baton.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** What an agent does when asked. */
enum Deed {
    ACCEPT,
    REJECT,
    IGNORE,
    /** The network is gone. */
    VANISH,
    /** The network is gone in the moment of saying yes. */
    VANISH_ACCEPTING,
    SIGN_OUT,
    /** Accepts, and then the leave begins. */
    TAKE_LEAVE;

    /** How likely each is; what is not named never happens. */
    record Temper(Map<Deed, Integer> weights) {

        static final Temper EAGER = new Temper(Map.of(ACCEPT, 1));

        static final Temper MOODY = new Temper(Map.of(
                ACCEPT, 66,
                REJECT, 11,
                IGNORE, 9,
                VANISH, 4,
                VANISH_ACCEPTING, 4,
                SIGN_OUT, 5,
                TAKE_LEAVE, 1));

        Temper {
            weights = Map.copyOf(new EnumMap<>(weights));
        }

        Deed next(Random random) {
            var left = random.nextInt(
                    weights.values().stream().mapToInt(Integer::intValue).sum());
            for (var deed : values()) {
                left -= weights.getOrDefault(deed, 0);
                if (left < 0) {
                    return deed;
                }
            }
            throw new IllegalStateException("no deed");
        }
    }
}
