package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * An agent at a desk, who answers every offer in a way that the agent's temper says, serves who was accepted, and says when
 * it is over, unless something comes between.
 */
final class Desk implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** Longer than the grace after which a lost connection counts. */
    private static final int LONG_SECONDS = 33;

    private final Staff.Member member;
    private final CallCentre centre;
    private final Manner manner;
    private final Random random;
    private final Line line;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What the agent said to an offer, and what Baton says to that. */
    private record Answer(Map<String, String> frame, CompletableFuture<String> said) {}

    /**
     * How the agents of a run are.
     *
     * @param thinking the longest time before an answer
     * @param handling the mean time of a conversation
     * @param transfers the share of conversations that are passed on, in percent
     * @param onOffer told of each offer when it comes in
     * @param onLeave lets the leave of an agent begin
     */
    record Manner(
            Deed.Temper temper,
            Duration thinking,
            Duration handling,
            int transfers,
            Consumer<JsonNode> onOffer,
            Consumer<Staff.Member> onLeave) {}

    Desk(Staff.Member member, CallCentre centre, Manner manner, long seed) {
        this.member = member;
        this.centre = centre;
        this.manner = manner;
        this.random = new Random(seed + member.id().hashCode());
        this.line = centre.desk(member.id(), this::told);
    }

    void open() throws InterruptedException {
        line.open();
    }

    private void told(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "HANDOFF_REQUEST" -> {
                manner.onOffer().accept(frame);
                Thread.ofVirtual().name("desk-" + member.id()).start(() -> answer(frame));
            }
            case "READY" -> Thread.ofVirtual().name("desk-" + member.id()).start(this::repeat);
            case "ACK" -> answered(frame, "ACK");
            case "ERROR" -> answered(frame, frame.path("code").asText());
            default -> {
                // what a desk shows and does not answer
            }
        }
    }

    /** What got no answer before the last connection broke; said twice it counts once. */
    private void repeat() {
        answers.values().forEach(answer -> line.send(answer.frame()));
    }

    private void answered(JsonNode frame, String how) {
        var waiting = answers.remove(frame.path("id").asText());
        if (waiting != null) {
            waiting.said().complete(how);
        }
    }

    private void answer(JsonNode offer) {
        try {
            var deed = next();
            centre.book().count("agents " + CallCentre.words(deed));
            think();
            act(
                    deed,
                    offer.path("handoffId").asText(),
                    offer.path("conversationId").asText());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(Deed deed, String handoff, String conversation) throws InterruptedException {
        switch (deed) {
            case ACCEPT -> {
                if (ask("HANDOFF_ACCEPT", handoff).equals("ACK")) {
                    serve(handoff, conversation);
                }
            }
            case REJECT -> ask("HANDOFF_REJECT", handoff);
            case IGNORE -> {
                // until the offer is taken back
            }
            case VANISH -> line.cut(away());
            case VANISH_ACCEPTING -> {
                line.send(Map.of("type", "HANDOFF_ACCEPT", "id", "gone", "handoffId", handoff));
                line.cut(away());
            }
            case SIGN_OUT -> line.signOut(away());
            case TAKE_LEAVE -> {
                ask("HANDOFF_ACCEPT", handoff);
                manner.onLeave().accept(member);
            }
        }
    }

    /** What Baton said to an answer, which is given again after a connection was lost, or nothing after a long while. */
    private String ask(String type, String handoff) throws InterruptedException {
        var id = UUID.randomUUID().toString();
        var answer = new Answer(Map.of("type", type, "id", id, "handoffId", handoff), new CompletableFuture<>());
        answers.put(id, answer);
        line.send(answer.frame());
        try {
            var said = answer.said().get(ANSWER.toSeconds(), TimeUnit.SECONDS);
            if (!said.equals("ACK")) {
                centre.book().count("answers refused: " + said);
            }
            return said;
        } catch (ExecutionException | TimeoutException silence) {
            answers.remove(id);
            centre.book().count("answers without an answer");
            return "";
        }
    }

    private void serve(String handoff, String conversation) throws InterruptedException {
        Thread.sleep((long) (manner.handling().toMillis() * -Math.log(1 - chance())));
        if (chance() * 100 < manner.transfers()) {
            transfer(conversation);
        } else {
            var said = centre.rest()
                    .post(
                            "/api/v1/handoffs/" + handoff + "/completion",
                            centre.tokens().of(member.id()),
                            Map.of("reason", "solved"));
            centre.book().count(said.good() ? "completed by agents" : "completions refused: " + said.code());
        }
    }

    private void transfer(String conversation) throws InterruptedException {
        var departments = Staff.DEPARTMENTS;
        var target = departments.get((int) (chance() * departments.size()));
        var said = centre.rest()
                .post(
                        "/api/v1/conversations/" + conversation + "/transfer",
                        centre.tokens().of(member.id()),
                        Map.of("department", target, "note", "please go on"));
        centre.book().count(said.good() ? "transfers" : "transfers refused: " + said.code());
    }

    private void think() throws InterruptedException {
        var longest = manner.thinking().toMillis();
        if (longest > 0) {
            Thread.sleep((long) (chance() * longest));
        }
    }

    /** Mostly a moment, sometimes so long that the agent counts as lost. */
    private Duration away() {
        return chance() < 0.3 ? Duration.ofSeconds(LONG_SECONDS) : Duration.ofMillis(300 + (long) (chance() * 4_000));
    }

    private synchronized Deed next() {
        return manner.temper().next(random);
    }

    private synchronized double chance() {
        return random.nextDouble();
    }

    @Override
    public void close() {
        line.close();
    }
}
