package io.baton.swap.web;

import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.rules.Severity;
import io.baton.swap.ChainSwapProcess;
import io.baton.swap.Swap;
import io.baton.swap.SwapAnswer;
import io.baton.swap.SwapDecision;
import io.baton.swap.SwapForm;
import io.baton.swap.SwapState;
import io.baton.swap.Swaps;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Swaps over HTTP: proposing, looking, answering, deciding, withdrawing. */
@RestController
@RequestMapping("/api/v1/swaps")
class SwapController {

    private final ChainSwapProcess process;
    private final Swaps swaps;
    private final SwapViews views;

    SwapController(ChainSwapProcess process, Swaps swaps, SwapViews views) {
        this.process = process;
        this.swaps = swaps;
        this.views = views;
    }

    record Part(
            @NotBlank @Size(max = 100) String agentId,
            @NotNull UUID gives,
            @Nullable UUID takes) {}

    record Proposal(
            @NotEmpty @Size(max = 8) List<@NotNull @Valid Part> items,
            @Nullable @Size(max = 500) String comment) {

        SwapForm form() {
            var parts = items.stream()
                    .map(item -> new SwapForm.Part(item.agentId().toLowerCase(Locale.ROOT), item.gives(), item.takes()))
                    .toList();
            return new SwapForm(parts, comment);
        }
    }

    record Answer(
            @NotNull Boolean agreed,
            @Nullable @Size(max = 500) String comment) {}

    record Decision(
            @NotNull Boolean approved,
            @Nullable @Size(max = 500) String comment,
            @Nullable @Size(max = 100) String department) {}

    record Withdrawal(@Nullable @Size(max = 500) String comment) {}

    @PostMapping
    ResponseEntity<SwapView> propose(@Valid @RequestBody Proposal proposal, Locale locale) {
        var swap = process.propose(proposal.form());
        if (swap.state() == SwapState.REFUSED) {
            throw refused(swap, locale);
        }
        return ResponseEntity.created(URI.create("/api/v1/swaps/" + swap.id()))
                .eTag(etag(swap))
                .body(views.of(swap, locale));
    }

    @GetMapping
    Page<SwapView> list(
            @RequestParam(required = false) @Nullable SwapState state,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        var filter = new Swaps.Filter(state, department, mine, waiting);
        return views.of(swaps.list(filter, new Swaps.Window(limit, cursor)), locale);
    }

    @GetMapping("/{id}")
    ResponseEntity<SwapView> get(@PathVariable String id, Locale locale) {
        var swap = swaps.get(id);
        return ResponseEntity.ok().eTag(etag(swap)).body(views.of(swap, locale));
    }

    @GetMapping("/{id}/similar")
    Page<SwapView> similar(@PathVariable String id, Locale locale) {
        return Page.last(views.of(swaps.similar(swaps.get(id)), locale));
    }

    @PostMapping("/{id}/confirmation")
    SwapView confirm(@PathVariable String id, @Valid @RequestBody Answer answer, Locale locale) {
        var known = swaps.get(id);
        return views.of(process.confirm(known.id(), new SwapAnswer(answer.agreed(), answer.comment())), locale);
    }

    @PostMapping("/{id}/decision")
    SwapView decide(@PathVariable String id, @Valid @RequestBody Decision decision, Locale locale) {
        var known = swaps.get(id);
        var said = new SwapDecision(decision.approved(), decision.comment());
        return views.of(process.approve(known.id(), decision.department(), said), locale);
    }

    @PostMapping("/{id}/withdrawal")
    SwapView withdraw(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            Locale locale) {
        var known = swaps.get(id);
        return views.of(process.withdraw(known.id(), withdrawal == null ? null : withdrawal.comment()), locale);
    }

    private static String etag(Swap swap) {
        return "\"" + swap.version() + "\"";
    }

    private static Problem refused(Swap swap, Locale locale) {
        var conflicts = FindingView.of(swap.progress().findings(), locale).stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .toList();
        return Problem.conflict("swap_refused", conflicts, Map.of("id", swap.id(), "number", swap.number()));
    }
}
