package io.baton.rota;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.identity.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a feed of the acting tenant; one of a person who may not log in any more is closed. */
@Component
@Transactional
class FeedReading {

    static final int DAYS_BACK = 30;
    static final int DAYS_AHEAD = 120;

    private final FeedTable table;
    private final FeedEntries entries;
    private final Tenants tenants;
    private final Directory directory;
    private final Clock clock;

    FeedReading(FeedTable table, FeedEntries entries, Tenants tenants, Directory directory, Clock clock) {
        this.table = table;
        this.entries = entries;
        this.tenants = tenants;
        this.directory = directory;
        this.clock = clock;
    }

    /** The calendar that the secret opens, as text. */
    Optional<String> read(FeedSecret secret) {
        return table.open(secret.hash(), clock.instant())
                .filter(feed ->
                        directory.person(feed.agentId()).filter(Person::enabled).isPresent())
                .map(this::write);
    }

    private static Locale locale(RotaFeed feed) {
        return feed.language().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private String write(RotaFeed feed) {
        var now = clock.instant();
        var settings = tenants.settings();
        var today = LocalDate.ofInstant(now, settings.zone());
        var from = today.minusDays(DAYS_BACK);
        var shown = entries.of(feed.agentId(), from, today.plusDays(DAYS_AHEAD), locale(feed));
        return FeedCalendar.write(settings.name(), shown, table.versions(feed.agentId(), shown, from, now));
    }
}
