package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A customer at a widget, who asks for a person and is served to the end, again and again. */
final class Guest implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final CallCentre centre;
    private final String department;
    private final String token;
    private final Line line;
    private volatile String conversation = "";
    private volatile CompletableFuture<Void> served = new CompletableFuture<>();

    private Guest(CallCentre centre, int number, String token) {
        this.centre = centre;
        this.department = Staff.DEPARTMENTS.get(number % Staff.DEPARTMENTS.size());
        this.token = token;
        this.line = centre.widget(token, this::told);
    }

    static Guest arrive(CallCentre centre, int number) throws InterruptedException {
        var admitted = centre.rest()
                .post("/api/v1/visitors", null, Map.of("tenant", centre.tenant(), "name", "Guest " + number));
        var guest = new Guest(centre, number, admitted.text("token"));
        guest.line.open();
        guest.prepare();
        return guest;
    }

    String conversation() {
        return conversation;
    }

    /** Opens the next conversation. */
    void prepare() throws InterruptedException {
        var opened = centre.rest().post("/api/v1/conversations", token, Map.of("subject", "load"));
        if (!opened.good()) {
            throw new IllegalStateException("no conversation: " + opened.code());
        }
        conversation = opened.text("conversationId");
        served = new CompletableFuture<>();
    }

    /** Asks for a person, and waits until the conversation with that person is over. */
    void ask() throws InterruptedException {
        var body = Map.of("reason", "I want to talk to somebody", "category", department);
        var said = centre.rest().post("/api/v1/conversations/" + conversation + "/handoff", token, body);
        if (!said.good()) {
            throw new IllegalStateException("refused: " + said.code());
        }
        centre.book().acknowledged(said.text("handoffId"));
        try {
            served.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException never) {
            throw new IllegalStateException("handoff " + said.text("handoffId") + " is never served", never);
        }
    }

    private void told(JsonNode frame) {
        if (frame.path("type").asText().equals("HANDOFF_COMPLETED")
                && frame.path("conversationId").asText().equals(conversation)) {
            served.complete(null);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
