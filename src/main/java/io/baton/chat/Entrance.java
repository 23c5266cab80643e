package io.baton.chat;

import io.baton.identity.Rates;
import io.baton.kernel.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets visitors in and ask for people: not too many from one address, not too much of one, and nobody who is blocked. */
@Component
public class Entrance {

    private final Rates rates;
    private final Limits limits;
    private final Blocklist blocklist;

    Entrance(Rates rates, Limits limits, Blocklist blocklist) {
        this.rates = rates;
        this.limits = limits;
        this.blocklist = blocklist;
    }

    /** Passes when the address may have one more visitor now; refuses with 429 {@code slow_down}. */
    public void requireRoom(String address) {
        if (!limits.isExempt(address)) {
            rates.require("visitors:" + address, limits.visitorsPerMinute());
        }
    }

    /** Passes when the customers of an address may ask for a person once more; refuses with 429 {@code slow_down}. */
    public void requireRoomToAsk(Tenant tenant, String address) {
        if (!limits.isExempt(address)) {
            rates.require("handoffs:" + tenant.id() + ":" + address, limits.handoffsPerMinute());
        }
    }

    /** Passes when the site may tell of a customer once more; refuses with 429 {@code slow_down}. */
    public void requireRoomToReport(Tenant tenant, UUID customer, String address) {
        if (!limits.isExempt(address)) {
            rates.require("reports:" + tenant.id() + ":" + customer, limits.reportsPerMinute());
        }
    }

    /** Passes when neither the customer nor the address is blocked; refuses with 403 {@code blocked}. */
    public void requireWelcome(Tenant tenant, @Nullable String customer, String address) {
        blocklist.requireWelcome(tenant, customer, address);
    }
}
