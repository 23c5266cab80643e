package io.baton.chat;

import io.baton.chat.MessageGroups.Outcome;
import io.baton.chat.MessageGroups.Result;
import io.baton.chat.MessagesCommitted.Committed;
import io.baton.kernel.Grouping;
import io.baton.kernel.Problem;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Writes messages in groups: whatever arrived while the last commit ran goes into the next. Where several arrived meanwhile,
 * the group waits a moment for more, because a group costs as much as ten messages; on a quiet floor none waits. A group
 * that fails because of one bad message is split until the bad one is alone; the others go through. What waits is bounded:
 * when it is too much, a message is refused with {@code slow_down}, and nothing is kept of it.
 */
@Component
class MessageWriter {

    /** Two, so that one group is worked on while the other waits for the disk. */
    static final int WRITERS = 2;

    private static final int MOST_WAITING = 4_096;
    private static final int MOST_IN_A_GROUP = 256;

    /** From this size on a group waits for more, and from {@link #ENOUGH} on it no longer does. */
    private static final int SEVERAL = 4;

    private static final int ENOUGH = 64;
    private static final Duration GATHERING = Duration.ofMillis(3);

    private static final Duration BUSY_PAUSE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Settled(Submission submission, Result result) {}

    private final MessageGroups groups;
    private final Delivery delivery;
    private final DistributionSummary sizes;
    private final List<Grouping<Submission>> writers;

    MessageWriter(MessageGroups groups, Delivery delivery, MeterRegistry metrics) {
        this.groups = groups;
        this.delivery = delivery;
        this.sizes = metrics.summary("baton.messages.group");
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new Grouping<>(
                        "message-writer-" + number,
                        MOST_WAITING,
                        MOST_IN_A_GROUP,
                        MessageWriter::patience,
                        this::write))
                .toList();
        metrics.gauge(
                "baton.messages.waiting",
                writers,
                all -> all.stream().mapToInt(Grouping::size).sum());
    }

    /** Until when a message that is submitted now is tried. */
    static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    /** Takes a message in; its outcome is completed after the commit. One conversation always has the same writer. */
    void submit(Submission submission) {
        var writer = Math.floorMod(submission.draft().conversationId().hashCode(), WRITERS);
        if (!writers.get(writer).offer(submission)) {
            submission.outcome().completeExceptionally(Problem.tooMany("slow_down", 1));
        }
    }

    private static Duration patience(int size) {
        return size >= SEVERAL && size < ENOUGH ? GATHERING : Duration.ZERO;
    }

    /** Those that must come again: repetitions of a message in the same group, and those that found a lock. */
    private List<Submission> write(List<Submission> arrived) {
        var group = new LinkedHashMap<Submission.Key, Submission>();
        var again = new ArrayList<Submission>();
        for (var submission : arrived) {
            if (group.putIfAbsent(submission.key(), submission) != null) {
                again.add(submission);
            }
        }
        var busy = store(List.copyOf(group.values()));
        if (busy.size() == group.size()) {
            LockSupport.parkNanos(BUSY_PAUSE.toNanos());
        }
        busy.addAll(again);
        return busy;
    }

    private List<Submission> store(List<Submission> group) {
        try {
            var results = groups.store(group);
            sizes.record(group.size());
            return settle(group, results);
        } catch (NonTransientDataAccessResourceException away) {
            return fail(group, away);
        } catch (NonTransientDataAccessException bad) {
            return group.size() == 1 ? fail(group, bad) : split(group);
        } catch (RuntimeException failure) {
            return fail(group, failure);
        }
    }

    private List<Submission> split(List<Submission> group) {
        var half = group.size() / 2;
        var busy = store(group.subList(0, half));
        busy.addAll(store(group.subList(half, group.size())));
        return busy;
    }

    /** Whether they were committed is not known: who sends them again gets the same answer as the first time. */
    private static List<Submission> fail(List<Submission> group, RuntimeException failure) {
        group.forEach(submission -> submission.outcome().completeExceptionally(failure));
        return new ArrayList<>();
    }

    private List<Submission> settle(List<Submission> group, List<Result> results) {
        var busy = new ArrayList<Submission>();
        var settled = new ArrayList<Settled>(group.size());
        for (int i = 0; i < group.size(); i++) {
            var submission = group.get(i);
            var result = results.get(i);
            if (result.outcome() == Outcome.BUSY && !submission.isOverdue()) {
                busy.add(submission);
            } else {
                settled.add(new Settled(submission, result));
            }
        }
        Thread.ofVirtual().name("delivery").start(() -> answer(settled));
        return busy;
    }

    private void answer(List<Settled> group) {
        var committed = new ArrayList<Committed>(group.size());
        for (var settled : group) {
            answer(settled.submission(), settled.result(), committed);
        }
        delivery.announce(committed);
    }

    private void answer(Submission submission, Result result, List<Committed> committed) {
        switch (result.outcome()) {
            case STORED, REPEATED -> {
                var message = message(submission, result);
                delivery.deliver(submission.tenant(), message, result.participants(), submission.origin());
                submission.outcome().complete(message);
                if (result.outcome() == Outcome.STORED) {
                    committed.add(new Committed(submission.tenant(), message));
                }
            }
            case TAKEN -> refuse(submission, Problem.conflict("id_taken"));
            case CLOSED -> refuse(submission, Problem.conflict("conversation_closed"));
            case NOT_YOURS -> refuse(submission, Messages.notYours(submission.author()));
            case UNKNOWN -> refuse(submission, Problem.notFound("conversation_unknown"));
            case BUSY -> refuse(submission, Problem.tooMany("slow_down", 1));
        }
    }

    private static void refuse(Submission submission, Problem problem) {
        submission.outcome().completeExceptionally(problem);
    }

    private static Message message(Submission submission, Result result) {
        var draft = submission.draft();
        return new Message(
                draft.id(),
                draft.conversationId(),
                result.seq(),
                SenderType.of(submission.author()),
                submission.author().id(),
                Objects.requireNonNullElse(result.body(), draft.body()),
                Objects.requireNonNullElse(result.contentType(), draft.type()),
                Objects.requireNonNull(result.sentAt()),
                false);
    }

    @PreDestroy
    void close() {
        writers.forEach(Grouping::close);
    }
}
