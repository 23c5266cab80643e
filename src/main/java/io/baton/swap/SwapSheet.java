package io.baton.swap;

import io.baton.rota.CoverageChange;
import io.baton.rota.HandoverFacts;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What participants and approvers are shown in Tasklist, in both languages; made by Baton from its own tables and never read
 * back from a form.
 *
 * @param chain who takes whose shift, as a line
 * @param picture the chain drawn, as a data URI
 * @param problem what stands against it by now; empty when nothing does
 */
record SwapSheet(
        String number,
        String proposer,
        String comment,
        String chain,
        String picture,
        String problem,
        List<Part> parts,
        List<Hours> hours,
        List<Count> coverage,
        List<Line> warnings,
        List<Line> similar) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /** A person's part as a row of a table. */
    record Part(String who, String department, String gives, String takes, String answer) {}

    /** Hours of a week. */
    record Hours(String who, String week, String before, String after, String contract) {}

    /** People of a department. */
    record Count(String department, String time, String before, String after, String minimum) {}

    /** A sentence in both languages, or a fact and what there is to it. */
    record Line(String what, String detail) {}

    /** A person's part in words. */
    record Words(SwapItem item, String gives, String takes) {}

    static SwapSheet of(Swap swap, List<Words> words, SwapVerdict said, List<Swap> similar) {
        return new SwapSheet(
                swap.number(),
                swap.proposal().byName(),
                swap.proposal().comment() == null ? "—" : swap.proposal().comment(),
                chain(swap),
                SwapPicture.of(words),
                said.findings().stream()
                        .filter(SwapVerdict::blocks)
                        .map(finding ->
                                finding.reason().zh() + " " + finding.reason().en())
                        .collect(Collectors.joining("\n\n")),
                words.stream().map(SwapSheet::part).toList(),
                said.outlooks().stream()
                        .flatMap(outlook -> hours(outlook, swap, said))
                        .toList(),
                said.coverage().stream().map(SwapSheet::count).toList(),
                said.findings().stream()
                        .filter(finding -> finding.severity() == Severity.WARNS)
                        .map(Finding::reason)
                        .map(reason -> new Line(reason.zh(), reason.en()))
                        .toList(),
                similar.stream().map(SwapSheet::line).toList());
    }

    /** Names in the order in which the shifts go from hand to hand, back to the first. */
    static String chain(Swap swap) {
        var first = swap.items().getFirst();
        var names = Stream.iterate(first, item -> giver(swap, item))
                .limit(swap.items().size() + 1L)
                .map(SwapItem::agentName)
                .collect(Collectors.joining(" ← "));
        return names;
    }

    /** Whoever gives what this one takes. */
    private static SwapItem giver(Swap swap, SwapItem taker) {
        return swap.items().stream()
                .filter(item -> item.gives().equals(taker.takes()))
                .findFirst()
                .orElse(taker);
    }

    private static Part part(Words words) {
        var item = words.item();
        var answer = switch (item.answer().confirmation()) {
            case OPEN -> "待确认 open";
            case AGREED -> "同意 agreed";
            case DECLINED -> "谢绝 declined";
        };
        return new Part(
                item.agentName() + " " + item.agentId().toUpperCase(Locale.ROOT),
                item.department(),
                words.gives(),
                words.takes(),
                answer);
    }

    private static Stream<Hours> hours(HandoverFacts.Outlook outlook, Swap swap, SwapVerdict said) {
        var item = swap.items().get(outlook.step() - 1);
        return outlook.weeks().stream()
                .map(week -> new Hours(
                        item.agentName(),
                        week.monday().toString(),
                        hours(week.before()),
                        hours(week.after()),
                        String.valueOf(said.person(item.agentId()).weeklyHours())));
    }

    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(HOUR, 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Count count(CoverageChange change) {
        return new Count(
                change.department(),
                change.text(),
                String.valueOf(change.before()),
                String.valueOf(change.after()),
                String.valueOf(change.minimum()));
    }

    private static Line line(Swap swap) {
        return new Line(swap.number() + " · " + chain(swap), swap.state().name());
    }
}
