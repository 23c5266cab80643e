package io.baton.rota;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Entries as iCalendar (RFC 5545): times in UTC, whole days as dates; the same entries give the same text. */
final class FeedCalendar {

    private static final String PRODUCT = "-//Baton//Rota//EN";
    private static final int REFRESH_HOURS = 1;

    private FeedCalendar() {}

    static String write(String name, List<FeedEntry> entries, Map<String, FeedTable.Version> versions) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        var refresh = Duration.builder().hours(REFRESH_HOURS).build();
        calendar.setRefreshInterval(refresh).setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT" + REFRESH_HOURS + "H");
        entries.forEach(entry -> calendar.addEvent(event(entry, Objects.requireNonNull(versions.get(entry.uid())))));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(FeedEntry entry, FeedTable.Version version) {
        var event = new VEvent();
        event.setUid(entry.uid());
        event.setSequence(version.sequence());
        event.setDateTimeStamp(Date.from(version.changedAt()));
        event.setLastModified(Date.from(version.changedAt()));
        event.setSummary(entry.summary());
        event.setStatus(Status.confirmed());
        var time = entry.time();
        if (time == null) {
            event.setDateStart(new DateStart(date(entry.firstDay()), false));
            event.setDateEnd(new DateEnd(date(entry.lastDay().plusDays(1)), false));
        } else {
            event.setDateStart(new DateStart(at(time.start()), true));
            event.setDateEnd(new DateEnd(at(time.end()), true));
        }
        return event;
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    /** The library writes dates by the machine's own zone. */
    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
