package io.baton.rota;

import io.baton.identity.Rates;
import io.baton.identity.Tenants;
import io.baton.kernel.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Feeds for whoever has a secret: the tenant is the secret's, and what opens nothing looks like what never was. How often
 * one secret is tried and how much one address tries is limited, whether or not it opens anything.
 */
@Component
public class PublicFeeds {

    private final FeedReading feeds;
    private final Tenants tenants;
    private final TenantScope scope;
    private final Rates rates;
    private final FeedLimits limits;

    PublicFeeds(FeedReading feeds, Tenants tenants, TenantScope scope, Rates rates, FeedLimits limits) {
        this.feeds = feeds;
        this.tenants = tenants;
        this.scope = scope;
        this.rates = rates;
        this.limits = limits;
    }

    /** The iCalendar text, or nothing. Refuses with 429 {@code slow_down} what is too often. */
    public Optional<String> read(String secret, String address) {
        boolean limited = !limits.isExempt(address);
        if (limited) {
            rates.require("feeds:" + address, limits.feedsPerAddress());
        }
        var parsed = FeedSecret.parse(secret);
        if (limited) {
            parsed.ifPresent(known -> rates.require("feed:" + known.fingerprint(), limits.feedsPerSecret()));
        }
        return parsed.filter(known -> tenants.find(known.tenant()).isPresent())
                .flatMap(known -> scope.call(known.tenant(), () -> feeds.read(known)));
    }
}
