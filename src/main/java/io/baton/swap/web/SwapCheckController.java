package io.baton.swap.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Role;
import io.baton.rota.Assignment;
import io.baton.rota.HandoverFacts;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.swap.ChainSwapProcess;
import io.baton.swap.SwapForm;
import io.baton.swap.SwapItem;
import io.baton.swap.SwapVerdict;
import io.baton.swap.Swaps;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the rules say to a chain, while it is composed and afterwards, and what it would come to. */
@RestController
class SwapCheckController {

    /** How many days around the shifts of a chain are shown. */
    private static final int DAYS_AROUND = 3;

    private final ChainSwapProcess process;
    private final Swaps swaps;
    private final SwapViews views;
    private final Rota rota;
    private final ShiftTypes types;
    private final CurrentActor current;

    SwapCheckController(
            ChainSwapProcess process, Swaps swaps, SwapViews views, Rota rota, ShiftTypes types, CurrentActor current) {
        this.process = process;
        this.swaps = swaps;
        this.views = views;
        this.rota = rota;
        this.types = types;
        this.current = current;
    }

    /** @param before as the rota is now */
    record PersonView(SwapView.Person agent, List<ShiftView> before, List<ShiftView> after, List<WeekView> weeks) {}

    record WeekView(LocalDate monday, long minutesBefore, long minutesAfter, long contractMinutes) {

        static WeekView of(HandoverFacts.Week week, long contract) {
            return new WeekView(week.monday(), week.before(), week.after(), contract);
        }
    }

    record CoverageView(String department, Instant from, Instant to, int before, int after, int minimum) {}

    record Check(
            boolean feasible,
            boolean closed,
            List<FindingView> findings,
            List<SwapView.Item> items,
            List<PersonView> people,
            List<CoverageView> coverage) {}

    @PostMapping("/api/v1/swaps:check")
    Check check(@Valid @RequestBody SwapController.Proposal proposal, Locale locale) {
        current.get().require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var form = proposal.form();
        return answer(form, process.check(form), locale);
    }

    /** What the rules say about a swap now, for whoever takes part or decides. */
    @GetMapping("/api/v1/swaps/{id}/check")
    Check check(@PathVariable String id, Locale locale) {
        var swap = swaps.get(id);
        return answer(swap.form(), process.check(swap), locale);
    }

    private Check answer(SwapForm form, SwapVerdict said, Locale locale) {
        var shifts = views.shifts(shifts(form), locale);
        return new Check(
                said.isFeasible(),
                said.closed(),
                FindingView.of(said.findings(), locale),
                items(form, said, shifts),
                people(form, said, shifts, locale),
                said.coverage().stream()
                        .map(change -> new CoverageView(
                                change.department(),
                                change.during().start(),
                                change.during().end(),
                                change.before(),
                                change.after(),
                                change.minimum()))
                        .toList());
    }

    private static Set<UUID> shifts(SwapForm form) {
        return form.parts().stream()
                .flatMap(part -> Stream.of(part.gives(), part.takes()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<SwapView.Item> items(SwapForm form, SwapVerdict said, Function<UUID, ShiftView> shifts) {
        return IntStream.range(0, form.parts().size())
                .mapToObj(i -> {
                    var part = form.parts().get(i);
                    var agent = said.person(part.agentId());
                    var takes = part.takes();
                    return new SwapView.Item(
                            i + 1,
                            new SwapView.Person(agent.id(), agent.name()),
                            agent.department(),
                            shifts.apply(part.gives()),
                            takes == null ? null : shifts.apply(takes),
                            SwapItem.Confirmation.OPEN,
                            null,
                            null);
                })
                .toList();
    }

    private List<PersonView> people(SwapForm form, SwapVerdict said, Function<UUID, ShiftView> shifts, Locale locale) {
        var days =
                shifts(form).stream().map(shifts).map(ShiftView::date).sorted().toList();
        var rows = rota.assignments(
                said.people().keySet(),
                days.getFirst().minusDays(DAYS_AROUND),
                days.getLast().plusDays(DAYS_AROUND));
        return IntStream.range(0, form.parts().size())
                .mapToObj(i -> {
                    var part = form.parts().get(i);
                    return person(i + 1, part, said, shifts, own(rows, part.agentId()), locale);
                })
                .toList();
    }

    private PersonView person(
            int step,
            SwapForm.Part part,
            SwapVerdict said,
            Function<UUID, ShiftView> shifts,
            List<Assignment> own,
            Locale locale) {
        var agent = said.person(part.agentId());
        var before = own.stream().map(row -> ShiftView.of(row, types, locale)).toList();
        var takes = part.takes();
        var after = Stream.concat(
                        before.stream().filter(shift -> !shift.assignmentId().equals(part.gives())),
                        Stream.ofNullable(takes).map(shifts))
                .sorted((one, other) -> one.start().compareTo(other.start()))
                .toList();
        var weeks = said.outlooks().stream()
                .filter(outlook -> outlook.step() == step)
                .flatMap(outlook -> outlook.weeks().stream()
                        .map(week -> WeekView.of(week, outlook.after().contract())))
                .toList();
        return new PersonView(new SwapView.Person(agent.id(), agent.name()), before, after, weeks);
    }

    private static List<Assignment> own(Collection<Assignment> rows, String agent) {
        return rows.stream().filter(row -> row.agentId().equals(agent)).toList();
    }
}
