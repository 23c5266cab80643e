package io.baton.leave;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import io.baton.rota.HalfDays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a leave of several days while the person is away: back early, or away longer. */
@Component
@Transactional
class PeriodLeaveCases {

    private final Leaves leaves;
    private final LeaveRulebook rulebook;
    private final LeaveBooks books;
    private final LeaveCases cases;
    private final CoverCases covers;
    private final Now now;

    PeriodLeaveCases(
            Leaves leaves, LeaveRulebook rulebook, LeaveBooks books, LeaveCases cases, CoverCases covers, Now now) {
        this.leaves = leaves;
        this.rulebook = rulebook;
        this.books = books;
        this.cases = cases;
        this.covers = covers;
        this.now = now;
    }

    /** Refuses whoever is not away, and a half day that is over or not a later one of the leave. */
    void guardReturn(UUID id, LeaveReturn back) {
        var leave = leaves.hold(id);
        leave.guardAway(now.actor());
        back.rest(leave.form().span());
        if (!books.isAhead(back.day(), back.half(), now.instant())) {
            throw Problem.invalid("date", "over already");
        }
    }

    /** Frees what is left of a leave from a half day on: rota, balance, and whoever covers. */
    void returnEarly(UUID id, LeaveReturn back) {
        var leave = leaves.hold(id);
        leave.guardAway(now.actor());
        var span = leave.form().span();
        var rest = back.rest(span);
        var result = books.giveBack(leave, rest);
        var taken = span.before(rest.start(), rest.from());
        leaves.save(leave.returnEarly(taken, result.extent(), now.actor(), now.instant(), back.comment()));
        covers.release(leave);
        cases.tellFilled(leave, result.back().filledBy());
    }

    /** Takes a leave back that has not begun: nothing of it is left, and nobody covers for it any more. */
    void giveBack(UUID id, @Nullable String comment) {
        if (leaves.hold(id).isPending()) {
            cases.withdraw(id, comment);
        } else {
            covers.release(cases.giveBack(id, comment));
        }
    }

    /** The person is back at work. */
    void announceReturn(UUID id) {
        cases.tellReturned(leaves.get(id));
    }

    /** Records the wish of the person who is away; its files go to the leave. */
    void requestExtension(UUID id, Progress.Extension wish, List<UUID> files) {
        var leave = leaves.hold(id);
        var moved = leave.requestExtension(wish, now.actor(), now.instant());
        added(leave, wish);
        books.give(leave, files);
        leaves.save(moved);
    }

    /** True when the rules let the added days be decided about; else they are refused. */
    boolean checkExtension(UUID id) {
        var leave = leaves.hold(id);
        var said = rulebook.judge(leave, added(leave), now.instant());
        if (said.isAllowed()) {
            leaves.save(leave.admitExtension(said, now.actor(), now.instant()));
        }
        return said.isAllowed();
    }

    void refuseExtension(UUID id) {
        var leave = leaves.hold(id);
        var said = rulebook.judge(leave, added(leave), now.instant());
        leaves.save(leave.refuseExtension(
                LeaveExtensionRefused.Why.RULE, said.findings(), now.actor(), now.instant(), null));
    }

    void rejectExtension(UUID id, String comment) {
        refuse(id, LeaveExtensionRefused.Why.APPROVER, comment);
    }

    void expireExtension(UUID id) {
        refuse(id, LeaveExtensionRefused.Why.TIME, null);
    }

    private void refuse(UUID id, LeaveExtensionRefused.Why why, @Nullable String comment) {
        var leave = leaves.hold(id);
        leaves.save(leave.refuseExtension(why, leave.progress().findings(), now.actor(), now.instant(), comment));
    }

    /** Refuses whoever may not decide about the added days, and when none are asked for; holds the leave. */
    LeaveRequest decidable(UUID id) {
        var leave = leaves.hold(id);
        leave.guardDecider(now.actor());
        if (leave.progress().extension() == null) {
            throw Problem.conflict("extension_unknown");
        }
        return leave;
    }

    /** Adds the days when the rules still have nothing against them; true when they are part of the leave now. */
    boolean applyExtension(UUID id, @Nullable String comment) {
        var leave = decidable(id);
        books.hold(leave.applicant());
        var added = added(leave);
        var said = rulebook.judge(leave, added, now.instant());
        if (!said.isAllowed()) {
            leaves.save(leave.holdBackExtension(said, now.actor(), now.instant()));
            return false;
        }
        var extent = books.extend(leave, added);
        var span = leave.form().span();
        var whole = new HalfDays(span.start(), span.from(), added.end(), added.to());
        leaves.save(leave.extend(said, whole, extent, now.actor(), now.instant(), comment));
        return true;
    }

    /** The days that are asked for beyond the end. */
    static HalfDays added(LeaveRequest leave) {
        var wish = leave.progress().extension();
        if (wish == null) {
            throw Problem.conflict("extension_unknown");
        }
        return added(leave, wish);
    }

    private static HalfDays added(LeaveRequest leave, Progress.Extension wish) {
        try {
            var span = leave.form().span();
            var added = span.until(wish.day(), wish.half());
            leave.form().withSpan(new HalfDays(span.start(), span.from(), wish.day(), wish.half()));
            return added;
        } catch (IllegalArgumentException notLater) {
            throw Problem.invalid("endDate", "not after the end of the leave");
        }
    }
}
