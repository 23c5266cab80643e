package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class MessageWriterTests {

    private static final long PATIENCE = 20;

    @Autowired
    private Messages messages;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Delivery delivery;

    @Autowired
    private HubDatabase database;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private ChatScene.Scene scene;

    @BeforeEach
    void open() {
        scene = ChatScene.opened();
    }

    @Test
    void keepsTheOrderOfOneSenderWithoutWaitingForEach() throws Exception {
        var outcomes = submitAll(scene, 1_000);
        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(get(outcomes.get(i)).seq()).isEqualTo(i + 1);
        }
    }

    @Test
    void givesOneIdOneSeqHoweverOftenItComesAtOnce() throws Exception {
        var id = UUID.randomUUID();
        var outcomes = new ArrayList<CompletableFuture<Message>>();
        for (int i = 0; i < 200; i++) {
            outcomes.add(submit(scene, id, "same"));
        }
        var next = submit(scene, UUID.randomUUID(), "next");
        for (var outcome : outcomes) {
            assertThat(get(outcome).seq()).isEqualTo(1);
        }
        assertThat(get(next).seq()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasStoredFirstWhenAnIdComesAgainWithOtherWords() throws Exception {
        var id = UUID.randomUUID();
        get(submit(scene, id, "first words"));
        var again = get(submit(scene, id, "other words"));
        assertThat(again.body()).isEqualTo("first words");
        assertThat(again.seq()).isEqualTo(1);
    }

    @Test
    void letsTheOthersThroughWhenOneOfAGroupIsBad() throws Exception {
        var bad = conversationThatNoMonthHolds();
        var outcomes = new ArrayList<>(submitAll(scene, 20));
        var refused = submit(bad, UUID.randomUUID(), "nowhere to go");
        outcomes.addAll(submitAll(scene, 20));
        assertThatThrownBy(() -> refused.get(PATIENCE, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DataAccessException.class);
        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(get(outcomes.get(i)).seq()).isEqualTo(i + 1);
        }
    }

    @Test
    void doesNotWaitForAConversationThatSomebodyElseChanges() throws Exception {
        var locked = ChatScene.opened();
        var taken = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> scope.run(
                ChatScene.ACME,
                () -> transactions.executeWithoutResult(status -> {
                    conversations.post(locked.id(), "while this is written");
                    taken.countDown();
                    await(free);
                })));
        await(taken);
        var held = submitAll(locked, 50);
        for (var outcome : submitAll(scene, 50)) {
            get(outcome);
        }
        assertThat(held).noneMatch(CompletableFuture::isDone);
        free.countDown();
        holder.get(PATIENCE, TimeUnit.SECONDS);
        for (int i = 0; i < held.size(); i++) {
            assertThat(get(held.get(i)).seq()).isEqualTo(i + 2);
        }
    }

    @Test
    void refusesWithSlowDownWhatFindsNoRoomAndLosesNothingElse() throws Exception {
        var open = new CountDownLatch(1);
        var slow = new MessageGroups(database) {
            @Override
            List<Result> store(List<Submission> group) {
                MessageWriterTests.await(open);
                return super.store(group);
            }
        };
        var writer = new MessageWriter(slow, delivery, new SimpleMeterRegistry());
        var outcomes = IntStream.range(0, 6_000)
                .mapToObj(number -> submission(UUID.randomUUID(), "m" + number))
                .toList();
        outcomes.forEach(writer::submit);
        var refused = outcomes.stream()
                .map(Submission::outcome)
                .filter(CompletableFuture::isCompletedExceptionally)
                .toList();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.exceptionNow())
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo("slow_down")));
        open.countDown();
        var stored = new ArrayList<Long>();
        for (var submission : outcomes) {
            if (!refused.contains(submission.outcome())) {
                stored.add(get(submission.outcome()).seq());
            }
        }
        assertThat(stored)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, outcomes.size() - refused.size())
                        .boxed()
                        .toList());
        writer.close();
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> submit(scene, UUID.randomUUID(), "broken \ud83d emoji"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void writesNoMessageOfAPersonIntoTheTransactionOfSomethingElse() {
        assertThatThrownBy(() -> scope.run(
                        scene.customer(),
                        () -> transactions.executeWithoutResult(status ->
                                messages.append(new Messages.Draft(UUID.randomUUID(), scene.id(), "x", null)))))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Its id has no time in it, so there is no partition for its messages. */
    private ChatScene.Scene conversationThatNoMonthHolds() {
        var stray = ChatScene.opened();
        var id = UUID.fromString(
                "ffffffff-ffff-7fff-bfff-" + UUID.randomUUID().toString().substring(24));
        scope.run(
                ChatScene.ACME,
                () -> transactions.executeWithoutResult(status -> {
                    conversations.close(stray.id(), "making room");
                    jdbc.sql("""
                                    insert into conversation (id, tenant_id, number, customer_id, state, opened_at)
                                    select ?, tenant_id, ?, customer_id, 'OPEN', opened_at from conversation where id = ?
                                    """).params(id, "C-" + id, stray.id()).update();
                    jdbc.sql("""
                                    insert into participant (tenant_id, conversation_id, kind, party_id, joined_seq)
                                    values ('acme', ?, 'CUSTOMER', ?, 0)
                                    """).params(id, stray.visitor()).update();
                }));
        return new ChatScene.Scene(stray.visitor(), stray.token(), id.toString());
    }

    private List<CompletableFuture<Message>> submitAll(ChatScene.Scene into, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> submit(into, UUID.randomUUID(), "m" + number))
                .toList();
    }

    private CompletableFuture<Message> submit(ChatScene.Scene into, UUID id, String body) {
        Actor customer = into.customer();
        return scope.call(customer, () -> messages.submit(new Messages.Draft(id, into.id(), body, null), null));
    }

    private Submission submission(UUID id, String body) {
        return new Submission(
                ChatScene.ACME,
                Party.customer(scene.visitor()),
                new Messages.Draft(id, scene.id(), body, null),
                null,
                System.nanoTime() + Duration.ofMinutes(1).toNanos(),
                new CompletableFuture<>());
    }

    private static Message get(CompletableFuture<Message> outcome) throws Exception {
        return outcome.get(PATIENCE, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
