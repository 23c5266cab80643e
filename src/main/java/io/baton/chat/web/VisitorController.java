package io.baton.chat.web;

import io.baton.chat.Addresses;
import io.baton.chat.Credentials;
import io.baton.chat.Customer;
import io.baton.chat.CustomerSignature;
import io.baton.chat.Customers;
import io.baton.chat.Entrance;
import io.baton.chat.Lines;
import io.baton.chat.PageAddress;
import io.baton.chat.Party;
import io.baton.chat.VisitorTokens;
import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.identity.Visitor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets customers in: everybody is welcome, but only a signed external id makes somebody a known customer. */
@RestController
@RequestMapping("/api/v1/visitors")
class VisitorController {

    private final Tenants tenants;
    private final Customers customers;
    private final VisitorTokens tokens;
    private final Entrance entrance;
    private final Addresses addresses;
    private final TenantScope scope;

    VisitorController(
            Tenants tenants,
            Customers customers,
            VisitorTokens tokens,
            Entrance entrance,
            Addresses addresses,
            TenantScope scope) {
        this.tenants = tenants;
        this.customers = customers;
        this.tokens = tokens;
        this.entrance = entrance;
        this.addresses = addresses;
        this.scope = scope;
    }

    record Arrival(
            @NotBlank @Size(max = 31) String tenant,
            @Size(max = 100) @Nullable String name,
            @Size(max = 200) @Nullable String externalId,
            @Size(max = 200) @Nullable String signature,
            @Size(max = 20) @Nullable Map<@NotBlank @Size(max = 50) String, @Size(max = 200) String> attributes,
            @Size(max = 2_000) @Nullable String page) {}

    record Admission(UUID visitorId, String token, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Admission arrive(@Valid @RequestBody Arrival arrival, HttpServletRequest request, Locale locale) {
        var address = request.getRemoteAddr();
        entrance.requireRoom(address);
        if (!Tenant.isId(arrival.tenant())) {
            throw Problem.notFound("tenant_unknown");
        }
        var settings = tenants.settings(new Tenant(arrival.tenant()));
        entrance.requireWelcome(settings.tenant(), null, address);
        var customer = scope.call(settings.tenant(), () -> customers.admit(draft(arrival, settings, locale)));
        entrance.requireWelcome(settings.tenant(), customer.id().toString(), address);
        return admission(new Visitor(settings.tenant(), customer.id().toString(), customer.name()), address);
    }

    /**
     * A new token for the customer of a token that is good or was until a while ago, so that who comes back after a break
     * is still the same customer.
     */
    @PostMapping("/renewal")
    @ResponseStatus(HttpStatus.CREATED)
    Admission renew(HttpServletRequest request) {
        var visitor = Credentials.header(request)
                .flatMap(tokens::renewing)
                .filter(known -> tenants.find(known.tenant()).isPresent())
                .orElseThrow(Problem::unauthenticated);
        entrance.requireWelcome(visitor.tenant(), visitor.id(), request.getRemoteAddr());
        return admission(visitor, request.getRemoteAddr());
    }

    /** The visitor who asks; staff are refused with 403. */
    static UUID requireVisitor(CurrentActor current) {
        var party = Party.of(current.get());
        if (party.kind() != Party.Kind.CUSTOMER) {
            throw Problem.forbidden("forbidden");
        }
        return UUID.fromString(party.id());
    }

    private Admission admission(Visitor visitor, String address) {
        var id = UUID.fromString(visitor.id());
        scope.run(visitor.tenant(), () -> addresses.remember(id, address));
        var issued = tokens.issue(visitor);
        return new Admission(id, issued.token(), issued.expiresAt());
    }

    private static Customer draft(Arrival arrival, TenantSettings settings, Locale locale) {
        var id = UUID.randomUUID();
        var vip = CustomerSignature.provesVip(settings, arrival.externalId(), arrival.signature());
        var proved = vip || CustomerSignature.proves(settings, arrival.externalId(), arrival.signature());
        return new Customer(
                id,
                name(arrival.name(), id, locale),
                proved ? arrival.externalId() : null,
                attributes(arrival.attributes(), vip),
                arrival.page() == null ? null : page(arrival.page()));
    }

    private static String name(@Nullable String name, UUID id, Locale locale) {
        var cleaned = name == null ? "" : Lines.of(name);
        if (!cleaned.isEmpty()) {
            return cleaned;
        }
        var visitor = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "访客" : "Visitor";
        return visitor + " " + id.toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }

    /** Anybody's browser may write attributes, but nobody becomes a VIP by them. */
    private static Map<String, String> attributes(@Nullable Map<String, String> told, boolean vip) {
        var cleaned = new TreeMap<String, String>();
        if (told != null) {
            told.forEach((key, value) -> cleaned.put(Lines.of(key), value == null ? "" : Lines.of(value)));
        }
        cleaned.remove(Customer.VIP);
        if (vip) {
            cleaned.put(Customer.VIP, "true");
        }
        return cleaned;
    }

    /** What is no address of a page is shown as it is. */
    private static String page(String text) {
        return PageAddress.of(text).orElseGet(() -> Lines.of(text));
    }
}
