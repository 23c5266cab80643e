package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Until when each person counts as connected: the longest lease of all devices. */
interface Leases {

    /** Gives a device a lease until the instant; true when the person counted as connected before. */
    boolean lease(Tenant tenant, String person, String device, Instant until);

    /** Ends a device's lease; true when the person counted as connected and now no longer does. */
    boolean end(Tenant tenant, String person, String device);

    /** The end of the lease of those who have one, over or not. */
    Map<String, Instant> of(Tenant tenant, Collection<String> people);

    /** Takes out those whose last lease is over; each of them is given to one caller only. */
    List<String> takeExpired(Tenant tenant, Instant now);
}
