package io.baton.handoff.web;

import io.baton.handoff.HandoffTransfers;
import io.baton.handoff.TransferWish;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
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

/** Conversations that go from one agent to another. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class TransferController {

    private final HandoffTransfers transfers;

    TransferController(HandoffTransfers transfers) {
        this.transfers = transfers;
    }

    /**
     * Either an agent or a department.
     *
     * @param skills what somebody of the department should know
     * @param note for the next agent; the customer never reads it
     * @param queue whether the customer may wait for the department when nobody of it is free
     */
    record Transfer(
            @Nullable @Size(max = 60) String agent,
            @Nullable @Size(max = 60) String department,
            @Nullable @Size(max = 10) Set<@NotBlank @Size(max = 40) String> skills,
            @Nullable @Size(max = 2000) String note,
            @Nullable Boolean queue) {}

    @GetMapping("/transfer-targets")
    TransferTargetsShown targets(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Size(max = 60) String department,
            @RequestParam(required = false) @Nullable @Size(max = 60) String query,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        var conversation = Ids.parse(id, "conversation_unknown");
        return TransferTargetsShown.of(transfers.choices(conversation, department, query, limit, cursor), locale);
    }

    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.ACCEPTED)
    HandoffShown transfer(@PathVariable String id, @RequestBody @Valid Transfer body) {
        var wish = new TransferWish(
                body.agent(),
                body.department(),
                body.skills() == null ? Set.of() : body.skills(),
                body.note(),
                Boolean.TRUE.equals(body.queue()));
        return HandoffShown.of(transfers.transfer(Ids.parse(id, "conversation_unknown"), wish));
    }

    @DeleteMapping("/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) {
        transfers.cancel(Ids.parse(id, "conversation_unknown"));
    }
}
