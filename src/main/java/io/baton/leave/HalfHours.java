package io.baton.leave;

import io.baton.rota.LeaveImpact;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The half hours of a leave in the tenant's time: how many people before, how many after. */
final class HalfHours {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private HalfHours() {}

    /** Half hours that nobody works anyway are left out. */
    static List<LeaveFacts.HalfHour> of(LeaveImpact impact, ZoneId zone) {
        var before = impact.before().intervals();
        var after = impact.after().intervals();
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i).people() > 0)
                .mapToObj(i -> new LeaveFacts.HalfHour(
                        TIME.format(before.get(i).start().atZone(zone)),
                        before.get(i).people(),
                        after.get(i).people()))
                .toList();
    }
}
