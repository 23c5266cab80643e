package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.baton.kernel.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as calendars read them, whatever the zone of the machine that wrote them. */
class FeedCalendarTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
    private static final Instant CHANGED = Instant.parse("2026-03-01T08:00:00Z");
    private static final TimeZone HERE = TimeZone.getDefault();

    @AfterEach
    void comeBack() {
        TimeZone.setDefault(HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin", "Pacific/Apia"})
    void writesWholeDaysAsDatesEverywhere(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        var text = write(new FeedEntry("leave-1", "Away", DAY, DAY.plusDays(1), null));

        assertThat(text).contains("DTSTART;VALUE=DATE:20260329", "DTEND;VALUE=DATE:20260331");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York"})
    void writesTimesInUniversalTimeEverywhere(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var night = new TimeWindow(Instant.parse("2026-03-29T14:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));

        var text = write(new FeedEntry("shift-1", "Night", DAY, DAY.plusDays(1), night));

        assertThat(text).contains("DTSTART:20260329T140000Z", "DTEND:20260329T220000Z", "DTSTAMP:20260301T080000Z");
    }

    @Test
    void keepsTextThatACalendarWouldMisread() {
        var odd = "早班; 前台, \\一楼\n二楼 " + "很长的名字".repeat(30);

        var text = write(new FeedEntry("shift-1", odd, DAY, DAY, null));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
        VEvent event = Biweekly.parse(text).first().getEvents().getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(odd);
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getUid().getValue()).isEqualTo("shift-1");
    }

    @Test
    void writesTheSameTextForTheSameEntries() {
        var entry = new FeedEntry("shift-1", "Night", DAY, DAY, null);

        assertThat(write(entry)).isEqualTo(write(entry)).contains("\r\n");
        assertThat(write()).contains("BEGIN:VCALENDAR").doesNotContain("VEVENT");
    }

    @Test
    void tellsEntriesApartByWhatTheySay() {
        var time = new TimeWindow(Instant.parse("2026-03-29T14:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));
        var entry = new FeedEntry("a", "Night", DAY, DAY, time);

        assertThat(new FeedEntry("b", "Night", DAY, DAY, time).fingerprint()).isEqualTo(entry.fingerprint());
        assertThat(new FeedEntry("a", "Late", DAY, DAY, time).fingerprint()).isNotEqualTo(entry.fingerprint());
        assertThat(new FeedEntry("a", "Night", DAY, DAY, null).fingerprint()).isNotEqualTo(entry.fingerprint());
        assertThat(new FeedEntry("a", "Night", DAY, DAY.plusDays(1), null).fingerprint())
                .isNotEqualTo(new FeedEntry("a", "Night", DAY, DAY, null).fingerprint());
    }

    private static String write(FeedEntry... entries) {
        var all = List.of(entries);
        Map<String, FeedTable.Version> versions = all.stream()
                .collect(Collectors.toMap(FeedEntry::uid, entry -> new FeedTable.Version(entry.uid(), 3, CHANGED)));
        return FeedCalendar.write("Acme", all, versions);
    }
}
