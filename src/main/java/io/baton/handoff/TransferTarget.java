package io.baton.handoff;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation is to go: to one agent, or to whoever of a department is best.
 *
 * @param skills what an agent of the department must know; empty when an agent is named
 * @param queue whether the customer waits in the queue of the department when nobody of it is free
 */
public record TransferTarget(String department, @Nullable String agentId, Set<String> skills, boolean queue) {

    private static final String APART = "/";
    private static final String QUEUE = "queue";

    public TransferTarget {
        skills = Set.copyOf(skills);
    }

    /** One agent, or anybody of the department who is free. */
    public TransferTarget(String department, @Nullable String agentId) {
        this(department, agentId, Set.of(), false);
    }

    /** Whether this agent of the department may be asked. */
    boolean means(Candidate agent) {
        return agentId == null ? agent.skills().containsAll(skills) : agentId.equals(agent.id());
    }

    /** As one text, for a process variable; codes have no slash and no comma in them. */
    String text() {
        return String.join(
                APART,
                department,
                agentId == null ? "" : agentId,
                skills.stream().sorted().collect(Collectors.joining(",")),
                queue ? QUEUE : "");
    }

    static TransferTarget parse(String text) {
        var parts = text.split(APART, -1);
        return new TransferTarget(
                parts[0],
                part(parts, 1).isEmpty() ? null : part(parts, 1),
                Arrays.stream(part(parts, 2).split(","))
                        .filter(skill -> !skill.isEmpty())
                        .collect(Collectors.toSet()),
                part(parts, 3).equals(QUEUE));
    }

    /** What was asked for by the version before has fewer parts. */
    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }
}
