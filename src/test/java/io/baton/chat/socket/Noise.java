package io.baton.chat.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Frames of a client that is broken or means harm: real ones with something wrong in them, and mere rubbish. */
final class Noise {

    private static final List<String> TYPES = List.of(
            "TEXT",
            "TYPING",
            "READ",
            "SYNC",
            "PING",
            "PRESENCE",
            "HANDOFF_ACCEPT",
            "HANDOFF_REJECT",
            "READY",
            "ACK",
            "DANCE",
            "",
            "text");
    private static final List<String> FIELDS = List.of(
            "id",
            "conversationId",
            "body",
            "contentType",
            "preview",
            "seq",
            "conversations",
            "limit",
            "state",
            "handoffId",
            "reason",
            "type",
            "__proto__");

    private final Random random;
    private final String conversation;

    Noise(Random random, String conversation) {
        this.random = random;
        this.conversation = conversation;
    }

    String frame() {
        var frame = random.nextInt(10) == 0 ? value(0) : object();
        return random.nextInt(8) == 0 ? damage(frame) : frame;
    }

    private String object() {
        var fields = new ArrayList<String>();
        fields.add("\"type\":\"" + pick(TYPES) + "\"");
        for (int i = random.nextInt(7); i > 0; i--) {
            var field = pick(FIELDS);
            fields.add("\"" + field + "\":" + (random.nextInt(3) == 0 ? value(0) : likely(field)));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String likely(String field) {
        return switch (field) {
            case "id", "handoffId" -> "\"" + UUID.randomUUID() + "\"";
            case "conversationId" ->
                random.nextBoolean() ? "\"" + conversation + "\"" : "\"" + UUID.randomUUID() + "\"";
            case "conversations" -> "{\"" + conversation + "\":" + number() + "}";
            case "seq", "limit" -> number();
            case "state" -> pick(List.of("\"ONLINE\"", "\"AWAY\"", "\"ASLEEP\"", "1"));
            default -> text();
        };
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 9 ? 5 : 7)) {
            case 0 -> "null";
            case 1 -> pick(List.of("true", "false"));
            case 2 -> number();
            case 3, 4 -> text();
            case 5 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
            default -> "{\"" + pick(FIELDS) + "\":" + value(depth + 1) + "}";
        };
    }

    private String number() {
        return pick(List.of("0", "1", "-1", "9223372036854775807", "9223372036854775808", "1e400", "1.5", "-0", "007"));
    }

    private String text() {
        return pick(List.of(
                "\"\"",
                "\" \"",
                "\"退票\"",
                "\"\\u0000\"",
                "\"\\ud83d\"",
                "\"" + "x".repeat(random.nextInt(9_000)) + "\"",
                "\"'; drop table message; --\"",
                "\"<script>alert(1)</script>\"",
                "\"${jndi:ldap://x}\"",
                "\"" + UUID.randomUUID() + "\""));
    }

    private String damage(String frame) {
        if (frame.isEmpty()) {
            return "{";
        }
        var at = random.nextInt(frame.length());
        return switch (random.nextInt(4)) {
            case 0 -> frame.substring(0, at);
            case 1 -> frame.substring(0, at) + (char) random.nextInt(0xffff) + frame.substring(at);
            case 2 -> frame + frame;
            default -> frame.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
