package io.baton.leave;

import io.baton.identity.TenantSettings;
import io.baton.rota.HalfDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What {@code rules/period-leave.drl} knows beside {@link LeaveFacts}. Plain values: the rules read nothing else and call
 * nobody.
 */
public final class PeriodLeaveFacts {

    private PeriodLeaveFacts() {}

    /** Working days beyond which the department's word is not enough. */
    public record Levels(double managerDays) {

        public static Levels of(TenantSettings settings) {
            return new Levels(new BigDecimal(settings.text("period-leave.manager-days", "3")).doubleValue());
        }
    }

    /** Days on which nobody of the tenant takes leave, both included. */
    public record Blackout(LocalDate from, LocalDate to) {

        /** Those of {@code period-leave.blackouts}, such as {@code 2026-11-11/2026-11-12}, that a leave meets. */
        static Stream<Blackout> meeting(HalfDays span, TenantSettings settings) {
            return Arrays.stream(settings.text("period-leave.blackouts", "").split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Blackout::parse)
                    .filter(days -> !days.to.isBefore(span.start()) && !days.from.isAfter(span.end()));
        }

        private static Blackout parse(String text) {
            var ends = text.split("/");
            return new Blackout(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
        }
    }

    /** The holidays of a year of the leave are not announced yet. */
    public record Unannounced(int year) {}

    /** The person is away already and asks for the days that follow. */
    public record Extension() {}
}
