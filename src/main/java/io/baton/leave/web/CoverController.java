package io.baton.leave.web;

import io.baton.kernel.Page;
import io.baton.kernel.Reason;
import io.baton.leave.Cover;
import io.baton.leave.CoverChoice;
import io.baton.leave.CoverState;
import io.baton.leave.Covers;
import io.baton.leave.Leaves;
import io.baton.leave.PeriodLeaveProcess;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shifts that leave left open: whoever leads asks somebody or leaves them so, whoever is asked answers. */
@RestController
@RequestMapping("/api/v1/covers")
class CoverController {

    private final PeriodLeaveProcess process;
    private final Covers covers;
    private final ShiftTypes types;

    CoverController(PeriodLeaveProcess process, Covers covers, ShiftTypes types) {
        this.process = process;
        this.covers = covers;
        this.types = types;
    }

    record Offer(@NotBlank @Size(max = 100) String agentId) {}

    record Answer(
            @NotNull Boolean accepted,
            @Nullable @Size(max = 500) String comment) {}

    record Opening(@NotBlank @Size(max = 500) String reason) {}

    record Person(String id, String name) {}

    record Candidate(String id, String name, BigDecimal points, List<CoverChoice.Part> parts, List<String> warnings) {

        static Candidate of(CoverChoice choice, Locale locale) {
            return new Candidate(
                    choice.id(),
                    choice.name(),
                    choice.points(),
                    choice.parts(),
                    choice.warnings().stream()
                            .map((Reason reason) -> reason.in(locale))
                            .toList());
        }
    }

    record View(
            UUID id,
            UUID leaveId,
            String leaveNumber,
            String absentName,
            String department,
            LocalDate date,
            String shiftType,
            String color,
            Instant start,
            Instant end,
            CoverState state,
            @Nullable Person offeredTo,
            @Nullable Instant offerUntil,
            List<Candidate> candidates,
            @Nullable String comment) {}

    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable CoverState state,
            @RequestParam(required = false) @Nullable UUID leave,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        return covers.list(state, leave, new Leaves.Window(limit, cursor)).map(cover -> view(cover, locale));
    }

    @GetMapping("/{id}")
    View get(@PathVariable String id, Locale locale) {
        return view(covers.get(id), locale);
    }

    @PostMapping("/{id}/offer")
    View offer(@PathVariable String id, @Valid @RequestBody Offer offer, Locale locale) {
        var known = covers.get(id);
        return view(process.offerCover(known.id(), offer.agentId().toLowerCase(Locale.ROOT)), locale);
    }

    @PostMapping("/{id}/answer")
    View answer(@PathVariable String id, @Valid @RequestBody Answer answer, Locale locale) {
        var known = covers.get(id);
        return view(process.answerCover(known.id(), answer.accepted(), answer.comment()), locale);
    }

    @PostMapping("/{id}/opening")
    View leaveOpen(@PathVariable String id, @Valid @RequestBody Opening opening, Locale locale) {
        var known = covers.get(id);
        return view(process.leaveOpen(known.id(), opening.reason()), locale);
    }

    private View view(Cover cover, Locale locale) {
        var place = cover.place();
        var absentee = cover.absentee();
        var offer = cover.offer();
        ShiftType type = types.get(place.shiftTypeId());
        return new View(
                cover.id(),
                absentee.leaveId(),
                absentee.leaveNumber(),
                absentee.name(),
                absentee.department(),
                place.day(),
                type.name(locale),
                type.color(),
                place.during().start(),
                place.during().end(),
                cover.state(),
                offer == null ? null : new Person(offer.agentId(), offer.agentName()),
                offer == null ? null : offer.until(),
                covers.choices(cover).stream()
                        .map(choice -> Candidate.of(choice, locale))
                        .toList(),
                cover.comment());
    }
}
