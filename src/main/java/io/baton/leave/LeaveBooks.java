package io.baton.leave;

import io.baton.kernel.TimeWindow;
import io.baton.rota.GivenBack;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a request moves besides itself: the rota, the balance, its files. */
@Component
class LeaveBooks {

    private final Rota rota;
    private final BalanceLedger ledger;
    private final Attachments attachments;
    private final LeaveCalendar calendar;

    LeaveBooks(Rota rota, BalanceLedger ledger, Attachments attachments, LeaveCalendar calendar) {
        this.calendar = calendar;
        this.rota = rota;
        this.ledger = ledger;
        this.attachments = attachments;
    }

    /** Lets one request of a department be judged at a time. */
    void hold(Applicant applicant) {
        rota.holdDepartment(applicant.department(), applicant.id());
    }

    LeaveRequest.Extent extent(Applicant applicant, LeaveForm form) {
        var window = rota.impact(applicant.id(), null, form.span()).cut().window();
        return new LeaveRequest.Extent(
                window, form.isPeriod() ? BigDecimal.ZERO : form.span().days());
    }

    LeaveSplit split(LeaveRequest leave) {
        return calendar.split(leave.form());
    }

    /** Whether a half day is not over yet. */
    boolean isAhead(LocalDate day, Half half, Instant now) {
        return rota.window(HalfDays.of(day, half)).end().isAfter(now);
    }

    /** By the years of its days; all of the first one when the calendar is another one since they were counted. */
    private YearlyDays cost(LeaveRequest leave) {
        var yearly = calendar.split(leave.form()).yearly();
        return yearly.sum().compareTo(leave.cost()) == 0
                ? yearly
                : YearlyDays.of(leave.form().span().start().getYear(), leave.cost());
    }

    void give(LeaveRequest leave, List<UUID> files) {
        attachments.give(leave, files);
    }

    void reserve(LeaveRequest leave) {
        ledger.reserve(leave, cost(leave));
    }

    void release(LeaveRequest leave) {
        ledger.release(leave);
    }

    void apply(LeaveRequest leave) {
        rota.applyLeave(leave.id(), leave.applicant().id(), leave.form().span());
        ledger.debit(leave, cost(leave));
    }

    GivenBack giveBack(LeaveRequest leave) {
        ledger.credit(leave);
        return rota.giveBackLeave(leave.id(), leave.form().span());
    }

    /** Gives the rest of a leave back, and says what is left of it. */
    Rest giveBack(LeaveRequest leave, HalfDays rest) {
        var freed = calendar.split(rest, LeaveQuestion.Kind.PERIOD_LEAVE).yearly();
        ledger.credit(leave, freed, leave.number() + " – " + rest.start() + " " + rest.from());
        var back = rota.giveBackLeave(leave.id(), rest);
        var away = back.away() == null ? leave.window() : back.away();
        return new Rest(back, new LeaveRequest.Extent(away, leave.cost().subtract(freed.sum())));
    }

    /** What came back, and what is left. */
    record Rest(GivenBack back, LeaveRequest.Extent extent) {}

    /** Adds days to a leave that has begun. */
    LeaveRequest.Extent extend(LeaveRequest leave, HalfDays added) {
        var cost = calendar.split(added, LeaveQuestion.Kind.EXTENSION).yearly();
        ledger.debit(leave, cost, leave.number() + " + " + added.end() + " " + added.to());
        var cut = rota.applyLeave(leave.id(), leave.applicant().id(), added);
        var window = new TimeWindow(leave.window().start(), cut.window().end());
        return new LeaveRequest.Extent(window, leave.cost().add(cost.sum()));
    }
}
