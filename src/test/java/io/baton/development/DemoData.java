package io.baton.development;

import io.baton.kernel.Tenant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the demonstration after the start; what is there already stays as it is. */
@Component
@Profile("demo")
@ConditionalOnProperty("baton.demo-data")
class DemoData {

    private final DemoRota rota;
    private final DemoLeave leave;

    DemoData(DemoRota rota, DemoLeave leave) {
        this.rota = rota;
        this.leave = leave;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void fill() {
        for (var tenant : List.of(new Tenant("acme"), new Tenant("globex"))) {
            rota.fill(tenant);
        }
        leave.fill(new Tenant("acme"));
    }
}
