package io.baton.rota;

import io.baton.identity.TenantSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What stands on the rota around shifts that are to be planned.
 *
 * @param timetables of every agent that is asked for
 * @param heldBy of assignments that an open request holds, the number of that request
 */
record Surroundings(
        Map<String, Timetable> timetables,
        Map<UUID, String> heldBy,
        Map<UUID, ShiftTypeHistory> types,
        Set<HalfOff> away,
        TenantSettings settings) {

    private static final int MINUTES = 60;
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Half a rota day on which an agent is away. */
    record HalfOff(String agentId, LocalDate day, Half half) {}

    Timetable timetable(String agent) {
        return Objects.requireNonNull(timetables.get(agent));
    }

    /** The figures of a shift as they would be if it were planned now. */
    RotaFacts.Proposal fact(Proposed proposal, Agent agent, Instant now) {
        var row = proposal.row();
        var history = Objects.requireNonNull(types.get(row.shiftTypeId()));
        var type = history.at(row.day());
        var timetable = timetable(row.agentId());
        var there = timetable.taking(row.during());
        var taken = there.filter(other -> other.status() == Assignment.Status.ACTIVE);
        var minutes = type.paid(row.day(), row.during(), settings.zone()).toMinutes();
        var contract = (long) agent.weeklyHours() * MINUTES;
        return new RotaFacts.Proposal(
                proposal.slot(),
                taken.map(other -> other.id().toString()).orElse(""),
                taken.map(this::name).orElse(""),
                taken.map(other -> heldBy.getOrDefault(other.id(), "")).orElse(""),
                isAway(row) || taken.isEmpty() && there.isPresent(),
                !row.during().start().isAfter(now),
                history.isOffered(row.day()),
                missing(type, agent),
                timetable.rest(row.during()).toMinutes(),
                timetable.daysInARow(row.day()),
                timetable.day(row.day()) + minutes,
                timetable.week(row.day()) + minutes,
                contract,
                timetable.overtime(row.day(), minutes, contract));
    }

    /** The figures of the one who takes, as they would be if the shifts changed hands now. */
    HandoverFacts.Outlook outlook(Handover handover, Agent agent, Instant now) {
        var timetable = timetable(agent.id());
        var day = handover.takes().day();
        var contract = (long) agent.weeklyHours() * MINUTES;
        var before = new HandoverFacts.Minutes(
                timetable.day(day), timetable.week(day), timetable.overtime(day, 0, contract));
        var mondays = Stream.of(handover.gives(), handover.takes())
                .map(row -> Timetable.monday(row.day()))
                .distinct()
                .toList();
        var was = mondays.stream().map(timetable::week).toList();
        timetable.remove(handover.gives());
        try {
            var after = fact(Proposed.in(handover), agent, now);
            var weeks = IntStream.range(0, mondays.size())
                    .mapToObj(i -> new HandoverFacts.Week(
                            mondays.get(i),
                            was.get(i),
                            mondays.get(i).equals(Timetable.monday(day))
                                    ? after.week()
                                    : timetable.week(mondays.get(i))))
                    .toList();
            return new HandoverFacts.Outlook(after, before, weeks);
        } finally {
            timetable.add(handover.gives());
        }
    }

    private static String missing(ShiftType type, Agent agent) {
        var skills = new TreeSet<>(type.skills());
        skills.removeAll(agent.skills());
        return String.join(", ", skills);
    }

    private String name(Assignment row) {
        var zone = settings.zone();
        return START.withZone(zone).format(row.during().start())
                + "–"
                + END.withZone(zone).format(row.during().end());
    }

    /** A half that the shift does not touch is nobody's business. */
    private boolean isAway(Assignment row) {
        ZoneId zone = settings.zone();
        var noon = HalfDays.noon(row.day(), zone, settings.noon());
        return (away.contains(new HalfOff(row.agentId(), row.day(), Half.MORNING))
                        && row.during().start().isBefore(noon))
                || (away.contains(new HalfOff(row.agentId(), row.day(), Half.AFTERNOON))
                        && row.during().end().isAfter(noon));
    }
}
