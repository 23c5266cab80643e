package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ExplanationsTests {

    @Test
    void writesIdsAndPointsOnOneLineAndNothingOfTheCustomer(CapturedOutput output) {
        var points = new BigDecimal("40.00");
        var score = new HandoffScore(
                Strategy.SCORE,
                points,
                List.of(new HandoffScore.Part("status", "An online agent gets points for the status", points)));
        var handoff = Samples.requested("refund");
        handoff.offer(new Offer("kf001", score, Samples.NOON, Samples.NOON.plusSeconds(30)), Samples.SYSTEM);

        handoff.takeEvents().forEach(event -> new Explanations().on((HandoffOffered) event));

        var ask = handoff.now().ask();
        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains(handoff.now().id().toString()))
                .singleElement()
                .asString()
                .endsWith("acme ticketing " + handoff.now().id() + " NORMAL: kf001 SCORE 40.00 = status 40.00")
                .doesNotContain(
                        ask.reason(),
                        ask.subject(),
                        ask.customer().name(),
                        ask.customer().id());
    }
}
