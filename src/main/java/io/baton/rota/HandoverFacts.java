package io.baton.rota;

import java.time.LocalDate;
import java.util.List;

/** What rules know about shifts that change hands. Plain values: the rules read nothing else. */
public final class HandoverFacts {

    private HandoverFacts() {}

    /**
     * A person's figures with the shift that is taken and without the one that is given away. Nobody has two parts in a
     * request, so these are the figures after all of it.
     *
     * @param before paid minutes as the rota is now, around the shift that is taken
     * @param weeks those in which the person gives or takes
     */
    public record Outlook(RotaFacts.Proposal after, Minutes before, List<Week> weeks) {

        public Outlook {
            weeks = List.copyOf(weeks);
        }

        /** The number of the handover within its request. */
        public int step() {
            return after.slot();
        }

        public boolean hasLongerWeek() {
            return after.week() > before.week();
        }

        public boolean hasLongerDay() {
            return after.day() > before.day();
        }

        public boolean hasMoreOvertime() {
            return after.overtime() > before.overtime();
        }
    }

    /** Paid minutes of a day, of its week, and overtime of the month. */
    public record Minutes(long day, long week, long overtime) {}

    /** Paid minutes of a week, now and afterwards. */
    public record Week(LocalDate monday, long before, long after) {}
}
