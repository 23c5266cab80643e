package io.baton.leave;

import io.baton.rota.HalfDays;
import io.baton.rules.RuleBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code rules/leave.drl}, or {@code rules/period-leave.drl}, about a request, against the rota of now. */
@Component
class LeaveRulebook {

    private static final UUID NOBODY = new UUID(0, 0);

    private final RuleBooks books;
    private final LeaveChecks checks;
    private final BalanceLedger ledger;
    private final LeaveCalendar calendar;

    LeaveRulebook(RuleBooks books, LeaveChecks checks, BalanceLedger ledger, LeaveCalendar calendar) {
        this.books = books;
        this.checks = checks;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** About a request that is not made yet. */
    LeaveVerdict judge(Applicant applicant, LeaveForm form, Instant asked) {
        return judge(new LeaveQuestion(
                applicant, form, calendar.split(form), asked, NOBODY, BigDecimal.ZERO, LeaveQuestion.Kind.of(form)));
    }

    /** About a request that was made; whether it came in good time is judged by when it was made. */
    LeaveVerdict judge(LeaveRequest leave) {
        return judge(new LeaveQuestion(
                leave.applicant(),
                leave.form(),
                calendar.split(leave.form()),
                leave.createdAt(),
                leave.id(),
                leave.progress().admitted() ? leave.cost() : BigDecimal.ZERO,
                LeaveQuestion.Kind.of(leave.form())));
    }

    /** About days that are added to a leave that has begun. */
    LeaveVerdict judge(LeaveRequest leave, HalfDays added, Instant asked) {
        var kind = LeaveQuestion.Kind.EXTENSION;
        return judge(new LeaveQuestion(
                leave.applicant(),
                leave.form().withSpan(added),
                calendar.split(added, kind),
                asked,
                leave.id(),
                BigDecimal.ZERO,
                kind));
    }

    private LeaveVerdict judge(LeaveQuestion question) {
        var book = books.open(question.kind().book());
        var knowledge = checks.about(question);
        var balance = balance(question);
        var facts = new ArrayList<>(knowledge.facts());
        if (balance != null) {
            facts.add(new LeaveFacts.Remaining(
                    question.form().type(), balance.remaining().doubleValue()));
        }
        return new LeaveVerdict(
                book.fire(facts).entries(),
                book.version(),
                knowledge.impact(),
                question.split(),
                knowledge.shifts(),
                knowledge.halfHours(),
                balance);
    }

    private @Nullable Balance balance(LeaveQuestion question) {
        var form = question.form();
        if (!form.type().isCounted()) {
            return null;
        }
        var year = form.span().start().getYear();
        return ledger.of(question.applicant().id(), form.type(), year).without(question.reserved());
    }
}
