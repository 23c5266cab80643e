package io.baton.swap.web;

import io.baton.swap.Deadlines;
import io.baton.swap.Swap;
import io.baton.swap.SwapApproval;
import io.baton.swap.SwapItem;
import io.baton.swap.SwapState;
import io.baton.swap.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A swap as JSON; findings in the caller's language. */
record SwapView(
        UUID id,
        String number,
        SwapState state,
        Person proposer,
        @Nullable String comment,
        Instant createdAt,
        @Nullable Instant confirmUntil,
        @Nullable Instant settleUntil,
        List<Item> items,
        List<Approval> approvals,
        List<FindingView> findings,
        @Nullable String cause,
        @Nullable Person decidedBy,
        @Nullable Instant decidedAt,
        long version) {

    record Person(String id, String name) {

        static @Nullable Person of(@Nullable Verdict verdict) {
            return verdict == null ? null : new Person(verdict.by(), verdict.byName());
        }
    }

    record Item(
            int step,
            Person agent,
            String department,
            ShiftView gives,
            @Nullable ShiftView takes,
            SwapItem.Confirmation confirmation,
            @Nullable Instant answeredAt,
            @Nullable String answer) {

        static Item of(SwapItem item, Function<UUID, ShiftView> shifts) {
            return new Item(
                    item.step(),
                    new Person(item.agentId(), item.agentName()),
                    item.department(),
                    shifts.apply(item.gives()),
                    shifts.apply(item.takes()),
                    item.answer().confirmation(),
                    item.answer().at(),
                    item.answer().comment());
        }
    }

    record Approval(
            String department,
            SwapApproval.State state,
            @Nullable Person by,
            @Nullable Instant at,
            @Nullable String comment) {

        static Approval of(SwapApproval approval) {
            var verdict = approval.verdict();
            return new Approval(
                    approval.department(),
                    approval.state(),
                    Person.of(verdict),
                    verdict == null ? null : verdict.at(),
                    verdict == null ? null : verdict.comment());
        }
    }

    static SwapView of(Swap swap, Function<UUID, ShiftView> shifts, Locale locale) {
        Deadlines deadlines = swap.progress().deadlines();
        var settled = swap.progress().settled();
        var proposal = swap.proposal();
        return new SwapView(
                swap.id(),
                swap.number(),
                swap.state(),
                new Person(proposal.by(), proposal.byName()),
                proposal.comment(),
                proposal.at(),
                deadlines == null ? null : deadlines.confirm(),
                deadlines == null ? null : deadlines.settle(),
                swap.items().stream().map(item -> Item.of(item, shifts)).toList(),
                swap.approvals().stream().map(Approval::of).toList(),
                FindingView.of(swap.progress().findings(), locale),
                settled == null ? null : settled.comment(),
                Person.of(settled),
                settled == null ? null : settled.at(),
                swap.version());
    }
}
