package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Role;
import io.baton.rota.RotaFeed;
import io.baton.rota.RotaFeeds;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** An agent's own feed: opens it, tells of it, closes it. The address is told once, when it is made. */
@RestController
@RequestMapping("/api/v1/rota/feed")
class FeedController {

    private final RotaFeeds feeds;
    private final CurrentActor current;
    private final String url;

    FeedController(RotaFeeds feeds, CurrentActor current, @Value("${baton.url:}") String url) {
        this.feeds = feeds;
        this.current = current;
        this.url = url;
    }

    /** @param readAt when a calendar last fetched it */
    record FeedState(
            boolean active,
            @Nullable Instant createdAt,
            @Nullable Instant readAt) {

        static FeedState of(Optional<RotaFeed> feed) {
            return feed.map(open -> new FeedState(true, open.createdAt(), open.readAt()))
                    .orElse(new FeedState(false, null, null));
        }
    }

    record FeedAddress(String address) {}

    @GetMapping
    FeedState state() {
        current.get().require(Role.CUSTOMER_SERVICE);
        return FeedState.of(feeds.find());
    }

    @PostMapping
    ResponseEntity<FeedAddress> open(Locale locale) {
        current.get().require(Role.CUSTOMER_SERVICE);
        var address = site().path("/ical/{secret}.ics")
                .buildAndExpand(feeds.open(locale))
                .toUriString();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new FeedAddress(address));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke() {
        current.get().require(Role.CUSTOMER_SERVICE);
        feeds.revoke();
    }

    private UriComponentsBuilder site() {
        return url.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUriString(url);
    }
}
