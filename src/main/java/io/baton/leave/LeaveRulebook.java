package io.baton.leave;

import io.baton.rota.HalfDays;
import io.baton.rules.RuleBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return judge(
                new LeaveQuestion(applicant, form, calendar.split(form), asked, NOBODY, LeaveQuestion.Kind.of(form)));
    }

    /** About a request that was made; whether it came in good time is judged by when it was made. */
    LeaveVerdict judge(LeaveRequest leave) {
        return judge(new LeaveQuestion(
                leave.applicant(),
                leave.form(),
                calendar.split(leave.form()),
                leave.createdAt(),
                leave.id(),
                LeaveQuestion.Kind.of(leave.form())));
    }

    /** About days that are added to a leave that has begun. */
    LeaveVerdict judge(LeaveRequest leave, HalfDays added, Instant asked) {
        var kind = LeaveQuestion.Kind.EXTENSION;
        return judge(new LeaveQuestion(
                leave.applicant(), leave.form().withSpan(added), calendar.split(added, kind), asked, leave.id(), kind));
    }

    private LeaveVerdict judge(LeaveQuestion question) {
        var book = books.open(question.kind().book());
        var knowledge = checks.about(question);
        var shares = shares(question);
        var facts = new ArrayList<>(knowledge.facts());
        for (var share : shares) {
            facts.add(new LeaveFacts.Remaining(
                    question.form().type(),
                    shares.size() == 1 ? "" : String.valueOf(share.year()),
                    share.cost().doubleValue(),
                    share.balance().remaining().doubleValue()));
        }
        return new LeaveVerdict(
                book.fire(facts).entries(),
                book.version(),
                knowledge.impact(),
                question.split(),
                knowledge.shifts(),
                knowledge.halfHours(),
                shares);
    }

    /** Of each balance from which the leave takes days; of the one of the year in which it begins when it takes none. */
    private List<BalanceShare> shares(LeaveQuestion question) {
        var type = question.form().type();
        if (!type.isCounted()) {
            return List.of();
        }
        var person = question.applicant().id();
        int first = question.form().span().start().getYear();
        var cost = question.split().yearly().from(person, type);
        if (cost.isEmpty()) {
            cost = Map.of(AccountId.of(person, type, first), BigDecimal.ZERO);
        }
        return cost.entrySet().stream()
                .map(each -> {
                    int year = each.getKey().year() == AccountId.RUNNING
                            ? first
                            : each.getKey().year();
                    return new BalanceShare(year, each.getValue(), ledger.without(question.self(), person, type, year));
                })
                .toList();
    }
}
