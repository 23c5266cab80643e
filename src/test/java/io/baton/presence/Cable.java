package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a connection away as a lost network does once the grace is over, without anybody meaning to leave. */
public final class Cable {

    private Cable() {}

    /** Nobody notices. */
    public static void pull(ApplicationContext baton, Tenant tenant, String person, String device) {
        baton.getBean(SurvivingLeases.class).end(tenant, new Line(person, device, device));
    }

    public static void cut(ApplicationContext baton, Tenant tenant, String person, String device) {
        pull(baton, tenant, person, device);
        baton.getBean(Intervals.class).hold(person);
        // also the grace that everybody has after Redis was emptied
        baton.getBean(JdbcClient.class)
                .sql(
                        "update presence_interval set seen_until = clock_timestamp() where person = ? and ended_at is null")
                .param(person)
                .update();
        baton.getBean(Transitions.class).settle(tenant, person, false, Instant.now());
    }
}
