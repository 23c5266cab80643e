package io.baton.leave;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.AgentAbsent;
import io.baton.rota.AgentReturned;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves admitted requests: each step holds the request, moves it once, and with it the rota and the balance. */
@Component
@Transactional
class LeaveCases {

    private final Leaves leaves;
    private final LeaveRulebook rulebook;
    private final LeaveBooks books;
    private final ApplicationEventPublisher events;
    private final Now now;

    LeaveCases(Leaves leaves, LeaveRulebook rulebook, LeaveBooks books, ApplicationEventPublisher events, Now now) {
        this.leaves = leaves;
        this.rulebook = rulebook;
        this.books = books;
        this.events = events;
        this.now = now;
    }

    /** Refuses whoever may not decide, and a request that is decided already; holds it to the end of the transaction. */
    LeaveRequest decidable(UUID id) {
        var leave = leaves.hold(id);
        leave.guardDecider(now.actor());
        if (!leave.isPending()) {
            throw Problem.conflict("leave_decided");
        }
        return leave;
    }

    /** Approves when the rules still have nothing against it; else it waits on. */
    LeaveRequest apply(UUID id, @Nullable String comment) {
        var leave = decidable(id);
        books.hold(leave.applicant());
        var said = rulebook.judge(leave);
        if (!said.isAllowed()) {
            return leaves.save(leave.holdBack(said, now.actor(), now.instant()));
        }
        books.apply(leave);
        return leaves.save(leave.approve(said, now.actor(), now.instant(), comment));
    }

    /** The department approves, and an administrator is asked as well. */
    void endorse(UUID id, @Nullable String comment) {
        move(id, leave -> leave.endorse(now.actor(), now.instant(), comment));
    }

    /** Whether the rules want an administrator's word after that of the current actor. */
    boolean needsConfirmation(UUID id) {
        var leave = leaves.get(id);
        return leave.progress().endorsed() == null
                && !now.actor().is(Role.ADMIN)
                && LeaveVerdict.needsConfirmation(leave.progress().findings());
    }

    void reject(UUID id, String comment) {
        books.release(move(id, leave -> leave.reject(now.actor(), now.instant(), comment)));
    }

    void expire(UUID id) {
        books.release(move(id, leave -> leave.expire(now.actor(), now.instant())));
    }

    void withdraw(UUID id, @Nullable String comment) {
        books.release(move(id, leave -> leave.withdraw(now.actor(), now.instant(), comment)));
    }

    void remind(UUID id) {
        move(id, leave -> leave.remind(now.actor(), now.instant()));
    }

    LeaveRequest escalate(UUID id) {
        return move(id, leave -> leave.escalate(now.actor(), now.instant()));
    }

    /** Takes an approved leave off the rota again; tells when somebody was given the place meanwhile. */
    LeaveRequest giveBack(UUID id, @Nullable String comment) {
        var leave = move(id, request -> request.withdraw(now.actor(), now.instant(), comment));
        tellFilled(leave, books.giveBack(leave).filledBy());
        return leave;
    }

    /** @param filledBy who had been given the place of the person who is back */
    void tellFilled(LeaveRequest leave, List<String> filledBy) {
        if (!filledBy.isEmpty()) {
            events.publishEvent(new PlaceFilled(leave, filledBy));
        }
    }

    void begin(UUID id) {
        var leave = move(id, request -> request.begin(now.actor(), now.instant()));
        events.publishEvent(
                new AgentAbsent(now.actor().tenant(), leave.applicant().id(), leave.id(), leave.window()));
    }

    void end(UUID id) {
        tellReturned(move(id, request -> request.end(now.actor(), now.instant())));
    }

    void tellReturned(LeaveRequest leave) {
        events.publishEvent(
                new AgentReturned(now.actor().tenant(), leave.applicant().id(), leave.id()));
    }

    private LeaveRequest move(UUID id, Function<LeaveRequest, LeaveEvent> move) {
        return leaves.save(move.apply(leaves.hold(id)));
    }
}
