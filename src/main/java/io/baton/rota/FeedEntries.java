package io.baton.rota;

import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person's calendar shows: shifts by their name, and leave as time away, without its kind or reason. */
@Component
class FeedEntries {

    /** How far outside of the days that are shown a leave may begin or end that is shown whole. */
    private static final int LONGEST_LEAVE = 120;

    private final AssignmentTable assignments;
    private final AbsenceTable absences;
    private final ShiftTypes types;
    private final Tenants tenants;
    private final MessageSource messages;

    FeedEntries(
            AssignmentTable assignments,
            AbsenceTable absences,
            ShiftTypes types,
            Tenants tenants,
            MessageSource messages) {
        this.assignments = assignments;
        this.absences = absences;
        this.types = types;
        this.tenants = tenants;
        this.messages = messages;
    }

    /** By the days they begin on, both ends included. */
    List<FeedEntry> of(String agent, LocalDate from, LocalDate to, Locale locale) {
        var entries = new ArrayList<>(shifts(agent, from, to, locale));
        entries.addAll(leave(agent, from, to, locale));
        return entries;
    }

    private List<FeedEntry> shifts(String agent, LocalDate from, LocalDate to, Locale locale) {
        var known = types.all().stream().collect(Collectors.toMap(ShiftType::id, Function.identity()));
        var settings = tenants.settings();
        var entries = new ArrayList<FeedEntry>();
        Map<LocalDate, Integer> counts = new HashMap<>();
        for (var row : assignments.live(agent, from, to)) {
            if (row.status() == Assignment.Status.ACTIVE) {
                var type = row.shiftTypeId() == null ? null : known.get(row.shiftTypeId());
                int place = counts.merge(row.day(), 1, Integer::sum);
                entries.add(new FeedEntry(
                        "shift-" + row.day() + "-" + place + "-" + agent + "@" + settings.tenant() + ".baton",
                        type == null ? text("ical.shift", locale) : type.name(locale),
                        row.day(),
                        LocalDate.ofInstant(row.during().end().minusNanos(1), settings.zone()),
                        row.during()));
            }
        }
        return entries;
    }

    private List<FeedEntry> leave(String agent, LocalDate from, LocalDate to, Locale locale) {
        var settings = tenants.settings();
        var entries = new ArrayList<FeedEntry>();
        var around = absences.of(List.of(agent), from.minusDays(LONGEST_LEAVE), to.plusDays(LONGEST_LEAVE));
        Map<UUID, List<Absence>> byLeave = around.stream().collect(Collectors.groupingBy(Absence::leaveId));
        byLeave.forEach((leave, halves) -> {
            int place = 0;
            for (var span : spans(halves)) {
                place++;
                if (!span.end().isBefore(from) && !span.start().isAfter(to)) {
                    entries.add(away(
                            span,
                            "leave-" + leave + "-" + place + "@" + settings.tenant() + ".baton",
                            text("ical.away", locale),
                            settings));
                }
            }
        });
        return entries;
    }

    private static FeedEntry away(HalfDays span, String uid, String summary, TenantSettings settings) {
        boolean whole = span.from() == Half.MORNING && span.to() == Half.AFTERNOON;
        return new FeedEntry(
                uid, summary, span.start(), span.end(), whole ? null : span.window(settings.zone(), settings.noon()));
    }

    /** Half days that follow each other, as one. */
    private static List<HalfDays> spans(List<Absence> halves) {
        var spans = new ArrayList<HalfDays>();
        for (var half : halves) {
            var last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && follows(last, half)) {
                spans.set(spans.size() - 1, new HalfDays(last.start(), last.from(), half.day(), half.half()));
            } else {
                spans.add(HalfDays.of(half.day(), half.half()));
            }
        }
        return spans;
    }

    private static boolean follows(HalfDays span, Absence half) {
        return span.to() == Half.MORNING
                ? half.day().equals(span.end()) && half.half() == Half.AFTERNOON
                : half.day().equals(span.end().plusDays(1)) && half.half() == Half.MORNING;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
