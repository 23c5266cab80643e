package io.baton.leave;

import io.baton.identity.Now;
import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.rota.Agents;
import io.baton.rota.CoverPlanning;
import io.baton.rota.PlanningConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves covers: each step holds the cover, moves it once, and with it the rota. */
@Component
@Transactional
class CoverCases {

    private final Covers covers;
    private final Leaves leaves;
    private final CoverPlanning planning;
    private final Agents agents;
    private final Tenants tenants;
    private final Now now;

    CoverCases(Covers covers, Leaves leaves, CoverPlanning planning, Agents agents, Tenants tenants, Now now) {
        this.covers = covers;
        this.leaves = leaves;
        this.planning = planning;
        this.agents = agents;
        this.tenants = tenants;
        this.now = now;
    }

    /** Opens a cover for each shift that the leave left with too few people and nobody looks after yet. */
    List<UUID> open(UUID leaveId) {
        var leave = leaves.get(leaveId);
        var department = leave.applicant().department();
        if (department == null) {
            return List.of();
        }
        return planning.shortShifts(leaveId, department).stream()
                .map(row -> Cover.need(Ids.next(), leave, row, now.actor(), now.instant()))
                .filter(covers::add)
                .map(event -> event.cover().id())
                .toList();
    }

    /** Ranks anew who could be asked, and keeps the ranking with the cover. */
    List<CoverChoice> rank(UUID id, String part) {
        var cover = covers.hold(id);
        var ranking = planning.rank(cover.place().assignmentId(), cover.declined()).stream()
                .map(CoverChoice::of)
                .toList();
        covers.keepCandidates(id, part, ranking);
        return ranking;
    }

    /** Refuses whoever may not decide, and a cover that this part of the process does not look for; holds the cover. */
    Cover decidable(UUID id, String part) {
        var cover = covers.hold(id);
        if (!covers.isSearchedIn(id, part)) {
            throw Problem.notFound(Covers.UNKNOWN);
        }
        return open(cover);
    }

    private Cover open(Cover cover) {
        cover.guardLead(now.actor());
        if (cover.state() != CoverState.OPEN) {
            throw Problem.conflict("cover_decided");
        }
        return cover;
    }

    /** Asks one of those who were ranked; anybody else is refused with 422. */
    Cover offer(UUID id, String agentId) {
        var cover = open(covers.hold(id));
        if (covers.candidates(id).stream().noneMatch(choice -> choice.id().equals(agentId))) {
            throw Problem.invalid("agentId", "not one of the candidates");
        }
        var offered = cover.offer(agents.get(agentId), until(cover), now.actor(), now.instant());
        covers.save(offered);
        return offered.cover();
    }

    /** Until when the question of an offered cover stands. */
    static Instant offeredUntil(Cover cover) {
        return Objects.requireNonNull(cover.offer()).until();
    }

    /** The tenant's setting, and never beyond the start of the shift. */
    private Instant until(Cover cover) {
        var until = now.instant().plus(offerTime(tenants.settings()));
        var start = cover.place().during().start();
        return until.isBefore(start) ? until : start;
    }

    /** Plans whoever takes it; when the rules have something against that by now, it counts as declined, with the reason. */
    boolean answer(UUID id, boolean accepted, @Nullable String comment) {
        var cover = covers.hold(id);
        cover.guardAsked(now.actor());
        if (!accepted) {
            covers.save(cover.decline(now.actor(), now.instant(), comment));
            return false;
        }
        var result = planning.assign(cover.place().assignmentId(), now.actor().id());
        if (result.isBlocked()) {
            covers.save(cover.decline(now.actor(), now.instant(), codes(result.conflicts())));
            return false;
        }
        covers.save(cover.accept(now.actor(), now.instant()));
        return true;
    }

    void expireOffer(UUID id) {
        move(id, cover -> cover.expireOffer(now.actor(), now.instant()));
    }

    void leaveOpen(UUID id, @Nullable String why) {
        move(id, cover -> cover.leaveOpen(now.actor(), now.instant(), why));
    }

    /** Lets go of the covers whose place is not that of somebody on leave any more. */
    void release(LeaveRequest leave) {
        covers.holdAll(leave.id()).stream()
                .filter(cover -> cover.state().mayBecome(CoverState.RELEASED))
                .filter(cover -> !planning.isOpen(cover.place().assignmentId()))
                .forEach(cover -> covers.save(cover.release(now.actor(), now.instant())));
    }

    private void move(UUID id, Function<Cover, CoverEvent> move) {
        covers.save(move.apply(covers.hold(id)));
    }

    private static Duration offerTime(TenantSettings settings) {
        return settings.duration("period-leave.cover-offer", Duration.ofHours(4));
    }

    private static String codes(List<PlanningConflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> conflict.finding().reason().code())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
