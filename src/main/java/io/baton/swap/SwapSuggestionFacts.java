package io.baton.swap;

/** What {@code rules/swap-suggestions.drl} knows about circles that were found. Plain values. */
public final class SwapSuggestionFacts {

    private SwapSuggestionFacts() {}

    /**
     * A circle that everybody wishes and the rules allow.
     *
     * @param id its number among those found
     * @param people how many take part, 2 to 5
     * @param rested how little those who are asked swapped lately: the mean of 1 / (1 + executed swaps of 90 days), 0 to 1
     * @param nearer how much nearer the weeks come to what the contracts say, in minutes of all; negative when they move away
     * @param change by how much the weeks change, in minutes of all
     */
    public record Found(String id, int people, double rested, long nearer, long change) {

        private static final double DAY = 8.0 * 60;

        /** How much nearer as a share: all of a day for each person is 1, as much away is 0. */
        public double nearerShare() {
            return Math.clamp(0.5 + nearer / (2 * DAY * people), 0, 1);
        }

        /** How little changes as a share: nothing is 1, a day or more for each person is 0. */
        public double steadyShare() {
            return Math.clamp(1 - change / (DAY * people), 0, 1);
        }
    }
}
