package io.baton.handoff.web;

import io.baton.handoff.HandoffContexts;
import io.baton.handoff.Names;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the next agent has to know of a handoff, and what happened to it. */
@RestController
@RequestMapping("/api/v1/handoffs/{id}")
class ContextController {

    private final HandoffContexts contexts;
    private final Names names;

    ContextController(HandoffContexts contexts, Names names) {
        this.contexts = contexts;
        this.names = names;
    }

    @GetMapping("/context")
    ContextShown context(@PathVariable String id) {
        return ContextShown.of(contexts.of(Ids.parse(id, "handoff_unknown")), names);
    }

    /** Oldest first. */
    @GetMapping("/steps")
    Page<StepShown> steps(@PathVariable String id) {
        return Page.last(contexts.steps(Ids.parse(id, "handoff_unknown")).stream()
                .map(step -> StepShown.of(step, names))
                .toList());
    }
}
