package io.baton.chat.socket;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator of crowds at the gate. */
@Component
class GateMetrics {

    private final MeterRegistry metrics;

    GateMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @EventListener
    void on(ServletWebServerInitializedEvent event) {
        Gate.of(event.getWebServer()).flatMap(Gate::talkersFirst).ifPresent(threads -> {
            metrics.gauge("baton.gate.waiting", threads, TalkersFirst::waiting);
            FunctionCounter.builder("baton.gate.overtaken", threads, TalkersFirst::overtaken)
                    .register(metrics);
        });
    }
}
