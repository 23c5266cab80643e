package io.baton.rota;

import io.baton.kernel.CurrentActor;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's own feed: one at most, whose secret is shown once. Whoever has the secret may read the feed, until it is revoked. */
@Component
@Transactional
public class RotaFeeds {

    private final FeedTable table;
    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;

    RotaFeeds(FeedTable table, ApplicationEventPublisher events, CurrentActor current, Clock clock) {
        this.table = table;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    /** Opens a feed in the place of the one there was; returns its secret, which nobody can ask for again. */
    public String open(Locale locale) {
        var actor = current.get();
        var secret = FeedSecret.create(actor.tenant());
        var now = clock.instant();
        var language = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en";
        table.put(new RotaFeed(actor.id(), language, now, null), secret.hash());
        events.publishEvent(new RotaFeedOpened(actor, now));
        return secret.reveal();
    }

    /** Closes the own feed at once. */
    public void revoke() {
        var actor = current.get();
        if (table.remove(actor.id())) {
            events.publishEvent(new RotaFeedRevoked(actor, clock.instant()));
        }
    }

    /** The own feed, without its secret. */
    @Transactional(readOnly = true)
    public Optional<RotaFeed> find() {
        return table.find(current.get().id());
    }
}
