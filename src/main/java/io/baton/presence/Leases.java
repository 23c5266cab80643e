package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** For how long each person counts as connected: the longest lease of all devices, by one clock. */
interface Leases {

    /** Gives a device a lease from now on; true when the person counted as connected before. */
    boolean lease(Tenant tenant, Line line, Duration time);

    /** Lets a running lease end so soon, unless the device has come back on another connection. */
    void shorten(Tenant tenant, Line line, Duration time);

    /** Ends a lease, unless the device has come back on another connection; true when the person has no other one. */
    boolean end(Tenant tenant, Line line);

    Reading read(Tenant tenant, Collection<String> people);

    /** Takes out those whose last lease is over, with how long ago that was; each is given to one caller only. */
    Map<String, Duration> takeExpired(Tenant tenant);
}
