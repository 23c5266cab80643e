package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A manager who looks at the queue now and then and steps in for who waits longest, when Baton asks for it. */
final class StepInManager implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int NOT_ASKED = 409;

    private final String department;
    private final List<Staff.Member> members;
    private final CallCentre centre;
    private final Random random;
    private final Thread thread;

    StepInManager(String department, List<Staff.Member> members, CallCentre centre, long seed) {
        this.department = department;
        this.members = members.stream()
                .filter(member -> member.department().equals(department))
                .toList();
        this.centre = centre;
        this.random = new Random(seed + department.hashCode());
        this.thread = Thread.ofVirtual().name("manager-" + department).start(this::work);
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(BETWEEN);
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            var token = centre.tokens().of(department + ".manager");
            var queue = centre.rest().get("/api/v1/handoffs/queue?department=" + department, token);
            for (var waiting : queue.body().path("items")) {
                decide(waiting, token);
            }
        } catch (IllegalStateException away) {
            centre.book().count("managers without a token");
        }
    }

    private void decide(JsonNode waiting, String token) throws InterruptedException {
        var agent = members.isEmpty()
                ? ""
                : members.get(random.nextInt(members.size())).id();
        Map<String, String> decision = switch (random.nextInt(3)) {
            case 0 -> Map.of("action", "TAKE");
            case 1 -> Map.of("action", "TICKET");
            default -> Map.of("action", "ASSIGN", "agentId", agent);
        };
        var path = "/api/v1/handoffs/" + waiting.path("id").asText() + "/step-in";
        var said = centre.rest().post(path, token, decision);
        if (said.good()) {
            centre.book().count("managers " + decision.get("action"));
        } else if (said.status() != NOT_ASKED) {
            centre.book().count("managers refused: " + said.code());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
