package io.baton.handoff.web;

import io.baton.handoff.Opening;
import io.baton.handoff.OpeningHours;
import io.baton.handoff.RoutingPolicies;
import io.baton.handoff.RoutingPolicy;
import io.baton.handoff.Strategy;
import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.EntityTags;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a department is routed: whom it asks, and when its people are reachable. Its managers read it; administrators change
 * it and say which version they saw.
 */
@RestController
@RequestMapping("/api/v1/departments/{id}/routing")
class RoutingController {

    private static final int SPANS = 28;

    private final RoutingPolicies policies;
    private final Tenants tenants;
    private final CurrentActor current;

    RoutingController(RoutingPolicies policies, Tenants tenants, CurrentActor current) {
        this.policies = policies;
        this.tenants = tenants;
        this.current = current;
    }

    /** @param closes on the next day unless it is after {@code opens} */
    record OpeningEntry(
            @NotNull DayOfWeek day,
            @NotNull LocalTime opens,
            @NotNull LocalTime closes) {

        static OpeningEntry of(Opening opening) {
            return new OpeningEntry(opening.day(), opening.opens(), opening.closes());
        }
    }

    /** @param week absent: the tenant's hours apply; a weekday without a span is closed */
    record RoutingChange(
            @NotNull Strategy strategy,
            @Nullable @Size(max = SPANS) List<@NotNull @Valid OpeningEntry> week,
            @NotNull Boolean openHolidays) {}

    /** The same span each day; around the clock when both are the same. */
    record DailyHours(LocalTime opens, LocalTime closes) {}

    /** @param tenantHours what applies without a week */
    record RoutingView(
            String department,
            Strategy strategy,
            @Nullable List<OpeningEntry> week,
            boolean openHolidays,
            DailyHours tenantHours,
            int version) {}

    @GetMapping
    ResponseEntity<RoutingView> routing(@PathVariable String id) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        var policy = policies.find(id);
        if (!current.get().leads(id)) {
            throw Problem.forbidden("forbidden");
        }
        return tagged(policy);
    }

    @PutMapping
    ResponseEntity<RoutingView> changeRouting(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RoutingChange change) {
        current.get().require(Role.ADMIN);
        var department = policies.find(id).department();
        return tagged(policies.put(new RoutingPolicy(
                department, change.strategy(), hours(change.week()), change.openHolidays(), EntityTags.seen(ifMatch))));
    }

    private ResponseEntity<RoutingView> tagged(RoutingPolicy policy) {
        var settings = tenants.settings();
        var hours = policy.hours();
        var view = new RoutingView(
                policy.department(),
                policy.strategy(),
                hours == null
                        ? null
                        : hours.week().stream().map(OpeningEntry::of).toList(),
                policy.openHolidays(),
                new DailyHours(settings.opensAt(), settings.closesAt()),
                policy.version());
        return ResponseEntity.ok().eTag(EntityTags.of(policy.version())).body(view);
    }

    private static @Nullable OpeningHours hours(@Nullable List<OpeningEntry> week) {
        if (week == null) {
            return null;
        }
        for (int i = 0; i < week.size(); i++) {
            requireMinutes("week[" + i + "].opens", week.get(i).opens());
            requireMinutes("week[" + i + "].closes", week.get(i).closes());
        }
        return new OpeningHours(week.stream()
                .map(span -> new Opening(span.day(), span.opens(), span.closes()))
                .toList());
    }

    private static void requireMinutes(String field, LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw Problem.invalid(field, "must be a whole minute");
        }
    }
}
