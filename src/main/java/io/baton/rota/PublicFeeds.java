package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Feeds for whoever has a secret: the tenant is the secret's, and what opens nothing looks like what never was. */
@Component
public class PublicFeeds {

    private final FeedReading feeds;
    private final Tenants tenants;
    private final TenantScope scope;

    PublicFeeds(FeedReading feeds, Tenants tenants, TenantScope scope) {
        this.feeds = feeds;
        this.tenants = tenants;
        this.scope = scope;
    }

    /** The iCalendar text, or nothing. */
    public Optional<String> read(String secret) {
        return FeedSecret.parse(secret)
                .filter(known -> tenants.find(known.tenant()).isPresent())
                .flatMap(known -> scope.call(known.tenant(), () -> feeds.read(known)));
    }
}
