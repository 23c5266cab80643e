package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Agent;
import io.baton.rota.Assignment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift that an approved leave left with too few people, and whoever takes it over. Each move is one method that refuses
 * what the state does not allow and returns the event that carries the cover as it is afterwards.
 *
 * @param place the assignment of whoever is away
 * @param declined who said no, and is not asked again
 * @param version counts the moves; a save from an older version is refused
 */
public record Cover(
        UUID id,
        Absentee absentee,
        Place place,
        CoverState state,
        @Nullable Offer offer,
        Set<String> declined,
        @Nullable String comment,
        long version) {

    /** Whose leave it is. */
    public record Absentee(UUID leaveId, String leaveNumber, String id, String name, String department) {

        static Absentee of(LeaveRequest leave) {
            var applicant = leave.applicant();
            return new Absentee(
                    leave.id(),
                    leave.number(),
                    applicant.id(),
                    applicant.name(),
                    Objects.requireNonNull(applicant.department()));
        }
    }

    /** What is to be worked. */
    public record Place(UUID assignmentId, LocalDate day, UUID shiftTypeId, TimeWindow during) {}

    /** Who is asked, or took it, and until when the question stands. */
    public record Offer(String agentId, String agentName, Instant until) {}

    public Cover {
        declined = Set.copyOf(declined);
    }

    static CoverNeeded need(UUID id, LeaveRequest leave, Assignment row, Actor by, Instant at) {
        var place = new Place(row.id(), row.day(), Objects.requireNonNull(row.shiftTypeId()), row.during());
        var cover = new Cover(id, Absentee.of(leave), place, CoverState.OPEN, null, Set.of(), null, 0);
        return new CoverNeeded(new CoverChange(null, cover, by, at, null));
    }

    CoverOffered offer(Agent agent, Instant until, Actor by, Instant at) {
        guard(CoverState.OFFERED);
        guardLead(by);
        if (declined.contains(agent.id())) {
            throw Problem.conflict("cover_declined");
        }
        return new CoverOffered(
                to(CoverState.OFFERED, new Offer(agent.id(), agent.name(), until), declined, by, at, null));
    }

    /** The person who was asked takes it. */
    PeriodLeaveCoverAnswered accept(Actor by, Instant at) {
        guardAsked(by);
        guard(CoverState.COVERED);
        return new PeriodLeaveCoverAnswered(to(CoverState.COVERED, offer, declined, by, at, null), true);
    }

    /** The person who was asked does not take it, or cannot, with the words why. */
    PeriodLeaveCoverAnswered decline(Actor by, Instant at, @Nullable String why) {
        guardAsked(by);
        guard(CoverState.OPEN);
        return new PeriodLeaveCoverAnswered(to(CoverState.OPEN, null, without(by.id()), by, at, why), false);
    }

    /** Nobody answered in time. */
    CoverOfferExpired expireOffer(Actor by, Instant at) {
        var asked = offer;
        guard(CoverState.OPEN);
        if (asked == null) {
            throw Problem.conflict("cover_decided");
        }
        return new CoverOfferExpired(to(CoverState.OPEN, null, without(asked.agentId()), by, at, asked.agentName()));
    }

    /** @param why the words of whoever leads, or nothing when the shift begins before anybody was found */
    CoverLeftOpen leaveOpen(Actor by, Instant at, @Nullable String why) {
        guard(CoverState.LEFT_OPEN);
        if (!by.isSystem()) {
            guardLead(by);
        }
        return new CoverLeftOpen(to(CoverState.LEFT_OPEN, null, declined, by, at, why));
    }

    /** The person is back, or the leave was withdrawn. */
    CoverReleased release(Actor by, Instant at) {
        guard(CoverState.RELEASED);
        return new CoverReleased(to(CoverState.RELEASED, offer, declined, by, at, null));
    }

    /** Whether this person may see it: whoever leads the department, and whoever was asked. */
    boolean isVisibleTo(Actor reader) {
        return reader.leads(absentee.department()) || isAsked(reader.id());
    }

    private boolean isAsked(String person) {
        return offer != null && offer.agentId().equals(person);
    }

    /** 403 unless this person leads the department. */
    void guardLead(Actor by) {
        if (!by.leads(absentee.department())) {
            throw Problem.forbidden("forbidden");
        }
    }

    /** 403 for others than whoever is asked. */
    void guardAsked(Actor by) {
        if (!isAsked(by.id())) {
            throw Problem.forbidden("forbidden");
        }
    }

    private void guard(CoverState next) {
        if (!state.mayBecome(next)) {
            throw Problem.conflict("cover_decided");
        }
    }

    private Set<String> without(String person) {
        var more = new TreeSet<>(declined);
        more.add(person);
        return more;
    }

    private CoverChange to(
            CoverState next,
            @Nullable Offer asked,
            Set<String> refusers,
            Actor by,
            Instant at,
            @Nullable String words) {
        var moved = new Cover(id, absentee, place, next, asked, refusers, words, version + 1);
        return new CoverChange(this, moved, by, at, words);
    }
}
