package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.handoff.FloorSimulation.Behaviour;
import io.baton.handoff.WorkingDay.Enquiry;
import io.baton.handoff.WorkingDay.Worker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the simulator against what is known without one: a simulator that is wrong proves anything. */
class FloorSimulationTests {

    private static final double HANDLING = 200;

    /** Waits of successive customers depend on each other, so it takes many of them. */
    @ParameterizedTest
    @CsvSource({"1, 0.7, 200000", "5, 0.8, 200000", "20, 0.9, 300000"})
    void waitsAsLongAsErlangSays(int servers, double load, int customers) {
        var waits = textbook(servers, load, customers, Strategy.LONGEST_IDLE).waits();
        var settled = Arrays.copyOfRange(waits, customers / 20, waits.length);
        var waiting = erlangC(servers, servers * load);
        var expected = waiting * HANDLING / (servers * (1 - load));
        assertThat(Arrays.stream(settled).average().orElseThrow()).isCloseTo(expected, Percentage.withPercentage(5));
        assertThat((double) Arrays.stream(settled).filter(wait -> wait > 0).count() / settled.length)
                .isCloseTo(waiting, Percentage.withPercentage(3));
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void waitsEquallyLongWhoeverIsChosenAmongEquals(Strategy strategy) {
        var reference = textbook(4, 0.8, 4_000, Strategy.LONGEST_IDLE);
        var level = textbook(4, 0.8, 4_000, strategy);
        assertThat(level.meanWait()).isCloseTo(reference.meanWait(), within(1e-6));
        assertThat(level.occupancy()).isCloseTo(reference.occupancy(), within(1e-6));
    }

    @Test
    void playsTheSameDayInTheSameWay() {
        var day = new WorkingDay(7);
        var enquiries = day.enquiries().subList(0, 3_000);
        var workers = day.workers();
        var first = new FloorSimulation(Strategy.SCORE, Behaviour.REAL, 7).play(workers, enquiries);
        var second = new FloorSimulation(Strategy.SCORE, Behaviour.REAL, 7).play(workers, enquiries);
        assertThat(second.waits()).isEqualTo(first.waits());
        assertThat(first.enquiries()).isEqualTo(3_000);
    }

    @Test
    void getsAsManyEnquiriesAsTheCurveSays() {
        var expected = 0.0;
        for (double at = 0; at < WorkingDay.LENGTH; at++) {
            expected += WorkingDay.rate(at);
        }
        assertThat(expected).isBetween(49_000.0, 51_000.0);
        assertThat((double) new WorkingDay(3).enquiries().size()).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    }

    /** The share of customers who have to wait at all, by Erlang's formula for offered load of so many seats. */
    private static double erlangC(int servers, double offered) {
        var blocked = 1.0;
        for (int n = 1; n <= servers; n++) {
            blocked = offered * blocked / (n + offered * blocked);
        }
        return blocked / (1 - offered / servers * (1 - blocked));
    }

    private static ServiceLevel textbook(int servers, double load, int customers, Strategy strategy) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(servers * 31L + customers);
        var enquiries = new ArrayList<Enquiry>();
        var between = HANDLING / (servers * load);
        double at = 0;
        for (int id = 0; id < customers; id++) {
            at -= between * Math.log(1 - random.nextDouble());
            var handling = -HANDLING * Math.log(1 - random.nextDouble());
            enquiries.add(new Enquiry(id, at, id, Priority.NORMAL, Set.of(), handling, 0));
        }
        return new FloorSimulation(strategy, Behaviour.TEXTBOOK, 1).play(workers(servers), enquiries);
    }

    private static List<Worker> workers(int servers) {
        var workers = new ArrayList<Worker>();
        for (int i = 0; i < servers; i++) {
            workers.add(new Worker("a" + i, 0, Double.MAX_VALUE, 1, Set.of(), false, 1, 0, 1));
        }
        return workers;
    }
}
