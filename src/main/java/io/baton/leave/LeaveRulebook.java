package io.baton.leave;

import io.baton.rules.RuleBooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code rules/leave.drl} about a request, against the rota of now. */
@Component
class LeaveRulebook {

    private static final UUID NOBODY = new UUID(0, 0);

    private final RuleBooks books;
    private final LeaveChecks checks;
    private final BalanceLedger ledger;

    LeaveRulebook(RuleBooks books, LeaveChecks checks, BalanceLedger ledger) {
        this.books = books;
        this.checks = checks;
        this.ledger = ledger;
    }

    /** About a request that is not made yet. */
    LeaveVerdict judge(Applicant applicant, LeaveForm form, Instant asked) {
        return judge(applicant, form, asked, NOBODY, balance(applicant, form, false));
    }

    /** About a request that was made; whether it came in good time is judged by when it was made. */
    LeaveVerdict judge(LeaveRequest leave) {
        var applicant = leave.applicant();
        var reserved = leave.progress().admitted();
        return judge(
                applicant, leave.form(), leave.createdAt(), leave.id(), balance(applicant, leave.form(), reserved));
    }

    private LeaveVerdict judge(
            Applicant applicant, LeaveForm form, Instant asked, UUID self, @Nullable Balance balance) {
        var book = books.open("leave");
        var knowledge = checks.about(applicant, form, asked, self);
        var facts = new ArrayList<>(knowledge.facts());
        if (balance != null) {
            facts.add(new LeaveFacts.Remaining(form.type(), balance.remaining().doubleValue()));
        }
        return new LeaveVerdict(
                book.fire(facts).entries(),
                book.version(),
                knowledge.impact(),
                knowledge.shifts(),
                knowledge.halfHours(),
                balance);
    }

    private @Nullable Balance balance(Applicant applicant, LeaveForm form, boolean reserved) {
        if (!form.type().isCounted()) {
            return null;
        }
        var year = form.span().start().getYear();
        var balance = ledger.of(applicant.id(), form.type(), year);
        return reserved ? balance.without(form.span().days()) : balance;
    }
}
