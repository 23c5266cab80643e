package io.baton.handoff;

import java.util.List;
import java.util.function.Predicate;

/**
 * The agents who may receive a request, as rules see them: together, so that a rule looks at all of them in one firing and
 * a thousand cost hardly more than ten.
 */
public record Candidates(List<Candidate> all) {

    public Candidates {
        all = List.copyOf(all);
    }

    public List<Candidate> online() {
        return only(Candidate::online);
    }

    public List<Candidate> away() {
        return only(agent -> !agent.online());
    }

    public List<Candidate> senior() {
        return only(Candidate::senior);
    }

    public List<Candidate> autoAccepting() {
        return only(Candidate::autoAccept);
    }

    /** The one of that id, if it is among them. */
    public List<Candidate> named(String id) {
        return only(agent -> agent.id().equals(id));
    }

    private List<Candidate> only(Predicate<Candidate> filter) {
        return all.stream().filter(filter).toList();
    }
}
