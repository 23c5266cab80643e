package io.baton.handoff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What comes in on the day of a ticket sale, and who is there to answer: fifty thousand enquiries on average. An evening peak
 * of 1.4 a second lies under a sale that opens at ten with thirty a second and dies away. Everything that is random of an
 * enquiry is drawn when it comes in, so that the same day can be played in several ways.
 */
final class WorkingDay {

    static final double HOUR = 3_600;
    static final double LENGTH = 24 * HOUR;

    /** By the hour, as a share of the busiest one. */
    private static final double[] BASE = {
        .05, .03, .02, .02, .02, .03, .06, .13, .28, .46, .60, .55, .42, .45, .50, .50, .50, .52, .62, .85, 1.0, .70,
        .32, .12
    };

    private static final double BUSIEST = 1.4;
    private static final double SALE_AT = 10 * HOUR;
    private static final double SALE_PEAK = 30;
    private static final double SALE_FADES = 200;

    private static final double HANDLE_MEAN = 240;
    private static final double HANDLE_SPREAD = 0.7;
    private static final double PATIENCE_MEAN = 180;
    private static final double KNOWN_CUSTOMER = 0.2;
    private static final int CUSTOMERS = 4_000;

    /** An early, a late, an evening and a night shift, and help for the sale: how many, from when to when, in hours. */
    private static final double[][] SHIFTS = {
        {52, 6, 14}, {64, 14, 22}, {46, 17, 23}, {10, 22, 30}, {10, -2, 6}, {40, 9, 13}
    };

    private final RandomGenerator random;

    /**
     * Somebody who asks, in seconds of the day.
     *
     * @param handling how long it takes once somebody has accepted
     * @param patience after so long in the queue the customer is gone
     */
    record Enquiry(
            int id, double at, int customer, Priority priority, Set<String> skills, double handling, double patience) {}

    /**
     * Somebody at work.
     *
     * @param accepts how likely an offer is accepted
     * @param answers the mean time until an offer is answered
     * @param pace how long conversations take, against the mean
     */
    record Worker(
            String id,
            double from,
            double to,
            int seats,
            Set<String> skills,
            boolean senior,
            double accepts,
            double answers,
            double pace) {}

    WorkingDay(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** A non-homogeneous Poisson process by thinning. */
    List<Enquiry> enquiries() {
        var most = BUSIEST + SALE_PEAK;
        var all = new ArrayList<Enquiry>();
        for (double at = exponential(1 / most); at < LENGTH; at += exponential(1 / most)) {
            if (random.nextDouble() * most < rate(at)) {
                all.add(enquiry(all.size(), at));
            }
        }
        return all;
    }

    /** Enquiries a second. */
    static double rate(double at) {
        var sale = at < SALE_AT ? 0 : SALE_PEAK * Math.exp(-(at - SALE_AT) / SALE_FADES);
        return BUSIEST * BASE[(int) (at / HOUR)] + sale;
    }

    private Enquiry enquiry(int id, double at) {
        var known = random.nextDouble() < KNOWN_CUSTOMER;
        return new Enquiry(
                id,
                at,
                known ? random.nextInt(CUSTOMERS) : CUSTOMERS + id,
                priority(random.nextDouble()),
                skills(random.nextDouble()),
                logNormal(HANDLE_MEAN, HANDLE_SPREAD),
                exponential(PATIENCE_MEAN));
    }

    private static Priority priority(double share) {
        return share < 0.01 ? Priority.URGENT : share < 0.06 ? Priority.HIGH : Priority.NORMAL;
    }

    private static Set<String> skills(double share) {
        return share < 0.2 ? Set.of("refund") : share < 0.3 ? Set.of("english") : Set.of();
    }

    List<Worker> workers() {
        var all = new ArrayList<Worker>();
        for (var shift : SHIFTS) {
            for (int i = 0; i < shift[0]; i++) {
                all.add(worker(all.size(), shift[1] * HOUR, shift[2] * HOUR));
            }
        }
        return all;
    }

    private Worker worker(int number, double from, double to) {
        var skills =
                number % 3 == 0 ? Set.of("refund") : number % 3 == 1 ? Set.of("refund", "english") : Set.<String>of();
        return new Worker(
                "a%03d".formatted(number),
                from,
                to,
                3,
                skills,
                number % 5 == 0,
                0.8 + 0.19 * random.nextDouble(),
                2 + 4 * random.nextDouble(),
                logNormal(1, 0.2));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private double logNormal(double mean, double spread) {
        return mean * Math.exp(spread * random.nextGaussian() - spread * spread / 2);
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
