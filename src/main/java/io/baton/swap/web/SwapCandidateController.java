package io.baton.swap.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Role;
import io.baton.rota.ShiftTypes;
import io.baton.swap.SwapCandidates;
import io.baton.swap.Swaps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose shifts somebody could take. */
@RestController
class SwapCandidateController {

    private final SwapCandidates candidates;
    private final ShiftTypes types;
    private final CurrentActor current;

    SwapCandidateController(SwapCandidates candidates, ShiftTypes types, CurrentActor current) {
        this.candidates = candidates;
        this.types = types;
        this.current = current;
    }

    record OfferView(
            UUID assignmentId,
            LocalDate date,
            ShiftView.@Nullable Type shiftType,
            Instant start,
            Instant end,
            @Nullable String heldBy,
            List<FindingView> findings,
            boolean takeable,
            boolean direct) {

        static OfferView of(SwapCandidates.Offer offer, ShiftTypes types, Locale locale) {
            var shift = ShiftView.of(offer.shift(), types, locale);
            return new OfferView(
                    shift.assignmentId(),
                    shift.date(),
                    shift.shiftType(),
                    shift.start(),
                    shift.end(),
                    offer.heldBy(),
                    offer.findings().stream()
                            .map(finding -> FindingView.of(finding, locale).ofNoStep())
                            .toList(),
                    offer.takeable(),
                    offer.direct());
        }
    }

    record CandidateView(SwapView.Person agent, String department, List<OfferView> shifts) {

        static CandidateView of(SwapCandidates.Candidate candidate, ShiftTypes types, Locale locale) {
            var agent = candidate.agent();
            return new CandidateView(
                    new SwapView.Person(agent.id(), agent.name()),
                    agent.department(),
                    candidate.offers().stream()
                            .map(offer -> OfferView.of(offer, types, locale))
                            .toList());
        }
    }

    @GetMapping("/api/v1/swaps/candidates")
    Page<CandidateView> list(
            @RequestParam UUID gives,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        current.get().require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var search = new SwapCandidates.Search(department, from, to);
        return candidates
                .of(gives, search, new Swaps.Window(limit, cursor))
                .map(candidate -> CandidateView.of(candidate, types, locale));
    }
}
