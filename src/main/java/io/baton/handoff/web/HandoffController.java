package io.baton.handoff.web;

import io.baton.handoff.HandoffAnswers;
import io.baton.handoff.HandoffDoor;
import io.baton.handoff.HandoffQueue;
import io.baton.handoff.HandoffRequest;
import io.baton.handoff.HandoffRequests;
import io.baton.handoff.HandoffStepIns;
import io.baton.handoff.Priority;
import io.baton.handoff.StepIn;
import io.baton.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class HandoffController {

    private final HandoffDoor door;
    private final HandoffRequests requests;
    private final HandoffAnswers answers;
    private final HandoffQueue queue;
    private final HandoffStepIns stepIns;

    HandoffController(
            HandoffDoor door,
            HandoffRequests requests,
            HandoffAnswers answers,
            HandoffQueue queue,
            HandoffStepIns stepIns) {
        this.door = door;
        this.requests = requests;
        this.answers = answers;
        this.queue = queue;
        this.stepIns = stepIns;
    }

    record Request(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 60) String category,
            @Nullable Priority priority,
            @Nullable @Size(max = 10) Set<@NotBlank @Size(max = 40) String> skills) {}

    /** @param note for the own people, who alone may write one */
    record Completion(
            @Nullable @Size(max = 200) String reason,
            @Nullable @Size(max = 500) String note) {}

    record Decision(
            @NotBlank @Size(max = 20) String action,
            @Nullable @Size(max = 60) String agentId,
            @Nullable @Size(max = 500) String comment) {}

    record Queue(List<HandoffShown> items, int waiting, long longestWaitSeconds, int freeSeats) {}

    @PostMapping("/conversations/{id}/handoff")
    @ResponseStatus(HttpStatus.ACCEPTED)
    HandoffAnswer request(@PathVariable String id, @RequestBody @Valid Request body, HttpServletRequest http) {
        var request = new HandoffRequest(
                body.reason(),
                body.category(),
                body.priority() == null ? Priority.NORMAL : body.priority(),
                body.skills() == null ? Set.of() : body.skills());
        var conversation = Ids.parse(id, "conversation_unknown");
        return HandoffAnswer.of(door.request(conversation, request, http.getRemoteAddr()));
    }

    @GetMapping("/conversations/{id}/handoff")
    HandoffStanding standing(@PathVariable String id) {
        return HandoffStanding.of(queue.newestOf(Ids.parse(id, "conversation_unknown")));
    }

    @DeleteMapping("/conversations/{id}/handoff")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) {
        requests.cancel(Ids.parse(id, "conversation_unknown"));
    }

    @GetMapping("/handoffs/{id}")
    HandoffShown get(@PathVariable String id) {
        return HandoffShown.of(queue.find(Ids.parse(id, "handoff_unknown")));
    }

    @GetMapping("/handoffs/queue")
    Queue queue(@RequestParam(required = false) @Nullable String department) {
        var waiting = queue.waiting(department);
        return new Queue(
                waiting.items().stream().map(HandoffShown::of).toList(),
                waiting.waiting(),
                waiting.longestWaitSeconds(),
                waiting.freeSeats());
    }

    @PostMapping("/handoffs/{id}/completion")
    HandoffShown complete(@PathVariable String id, @RequestBody(required = false) @Valid @Nullable Completion body) {
        var said = body == null ? new Completion(null, null) : body;
        return HandoffShown.of(answers.complete(Ids.parse(id, "handoff_unknown"), said.reason(), said.note()));
    }

    @PostMapping("/handoffs/{id}/step-in")
    HandoffShown stepIn(@PathVariable String id, @RequestBody @Valid Decision body) {
        var decision = new StepIn(body.action(), body.agentId(), body.comment());
        return HandoffShown.of(stepIns.decide(Ids.parse(id, "handoff_unknown"), decision));
    }

    @GetMapping("/seats/mine")
    HandoffQueue.MySeats seats() {
        return queue.mine();
    }
}
