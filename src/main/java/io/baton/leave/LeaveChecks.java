package io.baton.leave;

import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.rota.Absence;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.HalfDays;
import io.baton.rota.LeaveCut;
import io.baton.rota.LeaveImpact;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers from the rota what the rules want to know about a request. */
@Component
class LeaveChecks {

    private final Rota rota;
    private final Agents agents;
    private final ShiftTypes types;
    private final AssignmentLocks locks;
    private final LeaveTable table;
    private final Tenants tenants;

    LeaveChecks(Rota rota, Agents agents, ShiftTypes types, AssignmentLocks locks, LeaveTable table, Tenants tenants) {
        this.rota = rota;
        this.agents = agents;
        this.types = types;
        this.locks = locks;
        this.table = table;
        this.tenants = tenants;
    }

    /** What is known about a request. */
    Knowledge about(LeaveQuestion question) {
        var applicant = question.applicant();
        var form = question.form();
        var self = question.self();
        var settings = tenants.settings();
        var impact = rota.impact(applicant.id(), applicant.department(), form.span());
        var shifts = TouchedShift.of(impact.cut(), types.all());
        var held = locks.on(
                impact.cut().pieces().stream().map(LeaveCut.Piece::assignment).toList());
        var halfHours = HalfHours.of(impact, settings.zone());
        var facts = Stream.of(
                        Stream.of(
                                LeaveFacts.Limits.of(settings, question.kind()),
                                new LeaveFacts.Request(
                                        form.type(),
                                        question.split().cost().doubleValue(),
                                        impact.cut().window().start(),
                                        question.asked(),
                                        form.attachments().size())),
                        question.kind().isPeriod() ? aboutPeriods(question, settings) : Stream.empty(),
                        table.overlapping(applicant.id(), form.span(), self).stream()
                                .map(other -> new LeaveFacts.OwnLeave(other.number())),
                        away(applicant, form.span(), self),
                        shifts.stream().map(shift -> shift.fact(held)),
                        freeDays(applicant, impact.cut()),
                        halfHours.stream())
                .<Object>flatMap(part -> part)
                .toList();
        return new Knowledge(facts, impact, shifts, halfHours);
    }

    private static Stream<Object> aboutPeriods(LeaveQuestion question, TenantSettings settings) {
        var span = question.form().span();
        return Stream.of(
                        Stream.of(PeriodLeaveFacts.Levels.of(settings)),
                        PeriodLeaveFacts.Blackout.meeting(span, settings),
                        question.split().unannounced().map(PeriodLeaveFacts.Unannounced::new),
                        question.kind() == LeaveQuestion.Kind.EXTENSION
                                ? Stream.of(new PeriodLeaveFacts.Extension())
                                : Stream.empty())
                .flatMap(part -> part);
    }

    /** What the rules see, and what people are shown of it. */
    record Knowledge(
            List<Object> facts, LeaveImpact impact, List<TouchedShift> shifts, List<LeaveFacts.HalfHour> halfHours) {}

    private Stream<LeaveFacts.Away> away(Applicant applicant, HalfDays span, UUID self) {
        var colleagues =
                agents.of(applicant.department()).stream().map(Agent::id).collect(Collectors.toSet());
        if (applicant.department() == null || !colleagues.contains(applicant.id())) {
            return Stream.empty();
        }
        var absences = rota.absences(applicant.department(), span.start(), span.end()).stream()
                .filter(absence -> !absence.agentId().equals(applicant.id()))
                .toList();
        var asking = table.pending(applicant.department(), span, self).stream()
                .filter(other -> !other.applicant().id().equals(applicant.id()))
                .toList();
        return span.dates()
                .flatMap(day -> span.on(day).stream()
                        .map(half -> new LeaveFacts.Away(
                                day,
                                half,
                                colleagues.size(),
                                people(absences.stream()
                                        .filter(absence -> absence.day().equals(day) && absence.half() == half)
                                        .map(Absence::agentId)),
                                people(asking.stream()
                                        .filter(other -> other.form().span().includes(day, half))
                                        .map(other -> other.applicant().id())))));
    }

    private Stream<LeaveFacts.FreeDay> freeDays(Applicant applicant, LeaveCut cut) {
        return cut.free().stream()
                .map(LeaveCut.Free::day)
                .distinct()
                .map(day -> new LeaveFacts.FreeDay(
                        day, !rota.assignments(applicant.id(), day, day).isEmpty()));
    }

    private static int people(Stream<String> ids) {
        return Math.toIntExact(ids.distinct().count());
    }
}
