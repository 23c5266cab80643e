package io.baton.handoff;

import io.baton.handoff.WorkingDay.Enquiry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a day went, for customers and for agents. */
final class ServiceLevel {

    private static final double TARGET = 15;

    private final List<Double> waits = new ArrayList<>();
    private final List<SimulatedAgent> agents = new ArrayList<>();
    private int abandoned;
    private int ticketed;
    private int known;
    private int sameAgent;

    void staffed(SimulatedAgent agent) {
        agents.add(agent);
    }

    void answered(Enquiry enquiry, double now, String agent, @Nullable String before) {
        waits.add(now - enquiry.at());
        if (before != null) {
            known++;
            sameAgent += before.equals(agent) ? 1 : 0;
        }
    }

    void abandoned() {
        abandoned++;
    }

    void ticketed() {
        ticketed++;
    }

    int enquiries() {
        return waits.size() + abandoned + ticketed;
    }

    /** The waits of those who were answered, in the order in which they were. */
    double[] waits() {
        return waits.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Of all who asked, the share that was answered within 15 seconds. */
    double withinTarget() {
        return (double) waits.stream().filter(wait -> wait <= TARGET).count() / enquiries();
    }

    double meanWait() {
        return Arrays.stream(waits()).average().orElse(0);
    }

    double wait(double share) {
        var sorted = waits();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    double abandonRate() {
        return (double) abandoned / enquiries();
    }

    double ticketRate() {
        return (double) ticketed / enquiries();
    }

    /** Seats taken of seats staffed. */
    double occupancy() {
        return agents.stream().mapToDouble(SimulatedAgent::busy).sum()
                / agents.stream().mapToDouble(SimulatedAgent::staffed).sum();
    }

    /** How unequal agents of the same shift are: the mean, over the shifts, of the standard deviation of their occupancy. */
    double spread() {
        var shifts = agents.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        agent -> agent.worker().from() + "-" + agent.worker().to()));
        return shifts.values().stream()
                .mapToDouble(ServiceLevel::deviation)
                .average()
                .orElse(0);
    }

    private static double deviation(List<SimulatedAgent> shift) {
        var mean =
                shift.stream().mapToDouble(SimulatedAgent::occupancy).average().orElse(0);
        return Math.sqrt(shift.stream()
                .mapToDouble(agent -> Math.pow(agent.occupancy() - mean, 2))
                .average()
                .orElse(0));
    }

    /** Of those who had been served before on that day, the share that met the same agent again. */
    double sameAgentRate() {
        return known == 0 ? 0 : (double) sameAgent / known;
    }
}
