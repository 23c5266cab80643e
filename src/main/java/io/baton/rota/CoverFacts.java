package io.baton.rota;

/** What {@code rules/cover.drl} knows about those who could take a shift over. Plain values: the rules read nothing else. */
public final class CoverFacts {

    private static final double DAY = 24.0 * 60;

    private CoverFacts() {}

    /**
     * Somebody who may take the shift, with the figures as they would be afterwards; times are in minutes.
     *
     * @param week paid time of the week of the shift
     * @param contract paid time of a week by the person's contract
     * @param rest the shorter of the rests before and after the shift
     * @param covers shifts of others taken over in the last 90 days
     * @param likeness the share of the skills of whoever is away that this person has as well, 0 to 1
     */
    public record Candidate(String id, long week, long contract, long rest, int covers, double likeness) {

        /** The share of the week that is still free of work by contract, 0 to 1. */
        public double freeShare() {
            return Math.max(0, 1 - (double) week / contract);
        }

        /** The rest as a share of a day, at most 1. */
        public double restShare() {
            return Math.min(1, rest / DAY);
        }
    }
}
