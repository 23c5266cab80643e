package io.baton.leave;

import io.baton.identity.TenantSettings;
import io.baton.rota.Half;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code rules/leave.drl} knows about a request. Plain values: the rules read nothing else and call nobody. */
public final class LeaveFacts {

    private LeaveFacts() {}

    /** The request itself, and now. */
    public record Request(LeaveType type, double days, Instant begins, Instant now, int attachments) {

        public boolean isSick() {
            return type == LeaveType.SICK;
        }

        /** True when there is less time than this until it begins. */
        public boolean beginsWithin(Duration notice) {
            return begins.isBefore(now.plus(notice));
        }

        public boolean hasBegun() {
            return !begins.isAfter(now);
        }
    }

    /** A live request of the same person for one of the same half days. */
    public record OwnLeave(String number) {}

    /** Of so many people of the department so many others are away, or ask to be, on a half day. */
    public record Away(LocalDate day, Half half, int people, int away, int asking) {

        /** How many may be away at once: the share, rounded down, but always one. */
        public int atMost(int percent) {
            return Math.max(1, people * percent / 100);
        }
    }

    /**
     * A shift the leave touches.
     *
     * @param lockedBy the number of the open request that holds it; empty when none does
     * @param overnight whether it crosses midnight
     * @param cut whether the person still works a part of it
     */
    public record TouchedShift(LocalDate day, String zh, String en, String lockedBy, boolean overnight, boolean cut) {

        public boolean isLocked() {
            return !lockedBy.isEmpty();
        }
    }

    /** A rota day of the leave on which it touches no shift; whether the person works on it at another time. */
    public record FreeDay(LocalDate day, boolean worksOtherwise) {}

    /**
     * What remains of the type that is asked for, this request not counted.
     *
     * @param year empty unless the leave takes days of several years
     * @param needed how many days the leave takes of it
     */
    public record Remaining(LeaveType type, String year, double needed, double days) {

        public boolean isTooLittle() {
            return needed > days;
        }

        /** Such as {@code 年假（2027 年）}. */
        public String zh() {
            return year.isEmpty() ? type.zh() : type.zh() + "（" + year + " 年）";
        }

        public String en() {
            return year.isEmpty() ? type.en() : type.en() + " of " + year;
        }
    }

    /** A half hour of the leave and the people in it afterwards, in the tenant's time. */
    public record HalfHour(String from, int before, int after) {}

    /** The tenant's limits: for leave of up to a day the settings {@code leave.*}, for longer {@code period-leave.*}. */
    public record Limits(
            Duration notice, Duration sickNotice, int awayPercent, double sickDaysWithoutProof, int leastPeople) {

        static Limits of(TenantSettings settings, LeaveQuestion.Kind kind) {
            return kind.isPeriod() ? ofPeriod(settings) : of(settings);
        }

        private static Limits ofPeriod(TenantSettings settings) {
            return new Limits(
                    settings.duration("period-leave.notice", Duration.ofDays(3)),
                    settings.duration("period-leave.notice-sick", Duration.ZERO),
                    settings.number("period-leave.away-percent", 30),
                    new BigDecimal(settings.text("period-leave.sick-days-without-proof", "1")).doubleValue(),
                    settings.number("leave.least-people", 1));
        }

        public static Limits of(TenantSettings settings) {
            return new Limits(
                    settings.duration("leave.notice", Duration.ofDays(1)),
                    settings.duration("leave.notice-sick", Duration.ZERO),
                    settings.number("leave.away-percent", 30),
                    new BigDecimal(settings.text("leave.sick-days-without-proof", "0.5")).doubleValue(),
                    settings.number("leave.least-people", 1));
        }

        public Duration noticeFor(Request request) {
            return request.isSick() ? sickNotice : notice;
        }
    }
}
