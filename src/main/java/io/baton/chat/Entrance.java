package io.baton.chat;

import io.baton.kernel.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets visitors in: not too many from one address, and nobody who is blocked. */
@Component
public class Entrance {

    private final AddressRates rates;
    private final Blocklist blocklist;

    Entrance(AddressRates rates, Blocklist blocklist) {
        this.rates = rates;
        this.blocklist = blocklist;
    }

    /** Passes when the address may have one more visitor now; refuses with 429 {@code slow_down}. */
    public void requireRoom(String address) {
        rates.requireVisitor(address);
    }

    /** Passes when neither the customer nor the address is blocked; refuses with 403 {@code blocked}. */
    public void requireWelcome(Tenant tenant, @Nullable String customer, String address) {
        blocklist.requireWelcome(tenant, customer, address);
    }
}
