package io.baton.swap;

import io.baton.kernel.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: who gives which shift away and takes which. It may be unfinished, then somebody takes nothing yet.
 * Refuses with 422 {@code invalid} no part at all and more than {@value #MOST}.
 */
public record SwapForm(List<Part> parts, @Nullable String comment) {

    static final int LEAST = 2;
    static final int MOST = 8;

    /** A person's part of the chain. */
    public record Part(String agentId, UUID gives, @Nullable UUID takes) {}

    public SwapForm {
        parts = List.copyOf(parts);
        comment = Words.read(comment);
        if (parts.isEmpty() || parts.size() > MOST) {
            throw Problem.invalid("items", "1 to " + MOST);
        }
    }

    /** The same, or 422 when it is not finished: at least two people, each of whom takes something. */
    SwapForm finished() {
        if (parts.size() < LEAST) {
            throw Problem.invalid("items", LEAST + " to " + MOST);
        }
        if (parts.stream().anyMatch(part -> part.takes() == null)) {
            throw Problem.invalid("items.takes", "must not be null");
        }
        return this;
    }

    /** Whether going from the shift that one takes to whoever gives it comes to everybody, and back to the first. */
    boolean isClosed() {
        Map<UUID, Part> givers =
                parts.stream().collect(Collectors.toMap(Part::gives, Function.identity(), (first, second) -> first));
        Set<UUID> seen = new HashSet<>();
        @Nullable Part next = parts.getFirst();
        while (next != null && seen.add(next.gives())) {
            next = next.takes() == null ? null : givers.get(next.takes());
        }
        return parts.size() >= LEAST
                && seen.size() == parts.size()
                && parts.getFirst().equals(next);
    }

    Set<String> people() {
        return parts.stream().map(Part::agentId).collect(Collectors.toSet());
    }

    /** Every shift that is spoken of. */
    Set<UUID> shifts() {
        Set<UUID> all = new HashSet<>();
        for (var part : parts) {
            all.add(part.gives());
            if (part.takes() != null) {
                all.add(part.takes());
            }
        }
        return all;
    }
}
