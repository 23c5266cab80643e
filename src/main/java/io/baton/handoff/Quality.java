package io.baton.handoff;

/**
 * How well an agent served lately: the mean of three rolling figures, each from 0 to 1.
 *
 * <ul>
 *   <li>resolution: 1 for a conversation that was completed, 0 for one that was passed on, lost or became a ticket; what
 *       the customer came back about within a day is taken back
 *   <li>rating: 0 for one star to 1 for five
 *   <li>response: target / time to the agent's first message, at most 1; the target is 15 s unless the tenant says
 *       otherwise
 * </ul>
 *
 * A figure is the mean of its first {@value #SPAN} samples and moves by 1 / {@value #SPAN} of the difference with each one
 * after that (an exponentially weighted mean; Roberts, Control Chart Tests Based on Geometric Moving Averages, 1959). One of
 * fewer than {@value #KNOWN_AFTER} samples says nothing and counts one half.
 */
public record Quality(Figure resolution, Figure rating, Figure response) {

    static final int SPAN = 20;
    private static final int KNOWN_AFTER = 5;
    private static final double NEUTRAL = 0.5;

    static final Quality UNKNOWN = new Quality(Figure.NONE, Figure.NONE, Figure.NONE);

    /** A mean of samples from 0 to 1. */
    public record Figure(double mean, int samples) {

        static final Figure NONE = new Figure(NEUTRAL, 0);

        private double known() {
            return samples < KNOWN_AFTER ? NEUTRAL : mean;
        }
    }

    double share() {
        return (resolution.known() + rating.known() + response.known()) / 3;
    }
}
