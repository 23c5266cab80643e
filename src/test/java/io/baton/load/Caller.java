package io.baton.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * A customer from the first click to the end of the request: presses the button once or several times at once, waits, takes
 * it back, goes away, or ends the conversation when the agent does not.
 */
final class Caller {

    private static final Duration POLL = Duration.ofMillis(1_500);
    private static final List<String> PRIORITIES = List.of("LOW", "NORMAL", "NORMAL", "NORMAL", "HIGH", "URGENT");
    private static final List<List<String>> SKILLS =
            List.of(List.of(), List.of(), List.of("english"), List.of("refund"), List.of("japanese"));
    private static final double PRESSES_TWICE = 0.1;
    private static final double TAKES_BACK = 0.05;
    private static final double GOES_AWAY = 0.05;

    private final CallCentre centre;
    private final HandoffStates states;
    private final int number;
    private final Random random;
    private final Duration patience;

    /** @param patience after so long in a conversation the customer ends it */
    Caller(CallCentre centre, HandoffStates states, int number, long seed, Duration patience) {
        this.centre = centre;
        this.states = states;
        this.number = number;
        this.random = new Random(seed * 31 + number);
        this.patience = patience;
    }

    /** The state in which it ended. */
    String call() throws InterruptedException, ExecutionException {
        var rest = centre.rest();
        var token = wanted(rest.post(
                        "/api/v1/visitors", null, Map.of("tenant", centre.tenant(), "name", "Caller " + number)))
                .text("token");
        var conversation = wanted(rest.post("/api/v1/conversations", token, Map.of("subject", "chaos")))
                .text("conversationId");
        try (var line = centre.widget(token, frame -> {})) {
            line.open();
            var handoff = ask(token, conversation);
            centre.book().acknowledged(handoff);
            return follow(line, token, conversation, handoff);
        }
    }

    private String ask(String token, String conversation) throws InterruptedException, ExecutionException {
        var department = Staff.DEPARTMENTS.get(random.nextInt(Staff.DEPARTMENTS.size()));
        var body = Map.of(
                "reason",
                "I want to talk to somebody",
                "category",
                department,
                "priority",
                PRIORITIES.get(random.nextInt(PRIORITIES.size())),
                "skills",
                SKILLS.get(random.nextInt(SKILLS.size())));
        var path = "/api/v1/conversations/" + conversation + "/handoff";
        Callable<String> press =
                () -> wanted(centre.rest().post(path, token, body)).text("handoffId");
        if (random.nextDouble() >= PRESSES_TWICE) {
            return once(press);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(List.of(press, press));
            var first = answers.getFirst().get();
            var second = answers.getLast().get();
            if (!first.equals(second)) {
                centre.book().violated("ASKED_TWICE", "conversation " + conversation + ": " + first + " and " + second);
            }
            return first;
        }
    }

    private static String once(Callable<String> press) throws InterruptedException {
        try {
            return press.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String follow(Line line, String token, String conversation, String handoff) throws InterruptedException {
        var takesBack = random.nextDouble() < TAKES_BACK;
        var goesAway = random.nextDouble() < GOES_AWAY;
        var served = 0L;
        while (true) {
            Thread.sleep(POLL.toMillis() / 2 + random.nextLong(POLL.toMillis()));
            var state = states.of(handoff);
            switch (state) {
                case "", "PENDING", "ASSIGNED" -> {
                    if (takesBack) {
                        takesBack = false;
                        centre.rest().send("DELETE", "/api/v1/conversations/" + conversation + "/handoff", token, null);
                        centre.book().count("taken back");
                    }
                }
                case "COMPLETED", "CANCELLED", "TICKETED" -> {
                    centre.book().count("ended " + state.toLowerCase(Locale.ROOT));
                    return state;
                }
                default -> {
                    served = served == 0 ? System.nanoTime() : served;
                    if (goesAway) {
                        goesAway = false;
                        line.close();
                        centre.book().count("customers gone");
                    } else if (System.nanoTime() - served > patience.toNanos()) {
                        end(token, conversation);
                    }
                }
            }
        }
    }

    private void end(String token, String conversation) throws InterruptedException {
        var said = centre.rest().post("/api/v1/conversations/" + conversation + "/close", token, Map.of());
        centre.book().count(said.good() ? "ended by customers" : "ends refused: " + said.code());
    }

    private Rest.Answer wanted(Rest.Answer answer) {
        if (!answer.good()) {
            throw new IllegalStateException("caller " + number + " was refused: " + answer.code());
        }
        return answer;
    }
}
