package io.baton.leave;

import io.baton.rota.HalfDays;
import io.baton.rota.WorkCalendar;
import org.springframework.stereotype.Component;

/** Cuts a leave into days by the tenant's calendar. */
@Component
class LeaveCalendar {

    private final WorkCalendar calendar;

    LeaveCalendar(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    LeaveSplit split(HalfDays span, LeaveQuestion.Kind kind) {
        return LeaveSplit.of(span, kind.isPeriod(), calendar.days(span.start(), span.end()));
    }

    LeaveSplit split(LeaveForm form) {
        return split(form.span(), LeaveQuestion.Kind.of(form));
    }
}
