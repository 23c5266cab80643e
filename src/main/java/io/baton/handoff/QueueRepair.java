package io.baton.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for requests that wait although somebody free may serve them, and wakes them. */
@Component
@Transactional
class QueueRepair {

    private final Matching matching;
    private final QueueTable queue;
    private final DispatchPass pass;
    private final Turn turn;

    QueueRepair(Matching matching, QueueTable queue, DispatchPass pass, Turn turn) {
        this.matching = matching;
        this.queue = queue;
        this.pass = pass;
        this.turn = turn;
    }

    /** Where somebody waits. */
    List<String> departments() {
        return queue.departments();
    }

    /**
     * The first request of a department that may be served now by somebody who was not asked about it before. One whom only
     * agents may serve who did not take it is woken at once: that they may be asked again has no event of its own.
     */
    Optional<Overlooked> look(String department) {
        return matching.servable(department).flatMap(this::overlooked);
    }

    /** Wakes the request if it is still the first that may be served; false when somebody else was faster. */
    boolean wake(String department, UUID handoff) {
        return matching.servable(department)
                .map(next -> next.handoff().id())
                .filter(handoff::equals)
                .map(pass::wake)
                .orElse(false);
    }

    private Optional<Overlooked> overlooked(Matching.Servable servable) {
        var id = servable.handoff().id();
        var asked = queue.askedEver(id);
        var idleSince = servable.agents().stream()
                .filter(Predicate.not(agent -> asked.contains(agent.id())))
                .collect(Collectors.<Candidate, String, Instant>toMap(
                        Candidate::id, agent -> agent.seat().idleSince()));
        if (idleSince.isEmpty()) {
            pass.wake(id);
            return Optional.empty();
        }
        return Optional.of(new Overlooked(id, queue.stamp(id), idleSince, turn.now()));
    }
}
