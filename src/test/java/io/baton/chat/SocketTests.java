package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.SocketClient;
import io.baton.Tokens;
import io.baton.kernel.NoticeRaised;
import io.baton.kernel.TenantScope;
import io.baton.rota.AssignmentChanged;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class SocketTests {

    @Autowired
    private Conversations conversations;

    @Autowired
    private Messages messages;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private ChatScene.Scene scene;

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
    }

    @Test
    void greetsWithTheHeadsOfOpenConversations() {
        try (var customer = SocketClient.customer(scene.token())) {
            customer.await("ACK", customer.text(scene.conversation(), "hello"));
        }
        try (var customer = SocketClient.open(SocketClient.Door.customer(scene.token()))) {
            var ready = customer.await("READY");
            assertThat(ready.path("userId").asText()).isEqualTo(scene.visitor());
            assertThat(ready.path("role").asText()).isEqualTo("customer");
            assertThat(ready.path("tenant").asText()).isEqualTo("acme");
            assertThat(ready.path("heads").path(scene.conversation()).asLong()).isEqualTo(1);
            assertThat(ready.path("serverTime").asText()).endsWith("Z");
        }
        try (var agent = SocketClient.open(SocketClient.Door.agent(Tokens.of("kf001")))) {
            var ready = agent.await("READY");
            assertThat(ready.path("role").asText()).isEqualTo("customer_service");
            assertThat(ready.path("heads").has(scene.conversation())).isTrue();
        }
    }

    @Test
    void acknowledgesWhatIsStoredAndDeliversItToEveryOtherDevice() {
        try (var customer = SocketClient.customer(scene.token());
                var phone = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001");
                var second = SocketClient.agent("kf001");
                var stranger = SocketClient.agent("kf002")) {
            var id = customer.text(scene.conversation(), "请问怎么退票？");
            var ack = customer.await("ACK", id);
            assertThat(stored(id)).isEqualTo(ack.path("seq").asLong()).isEqualTo(1);
            for (var device : List.of(phone, desk, second)) {
                var text = device.await("TEXT");
                assertThat(text.path("id").asText()).isEqualTo(id);
                assertThat(text.path("seq").asLong()).isEqualTo(1);
                assertThat(text.path("senderType").asText()).isEqualTo("CUSTOMER");
                assertThat(text.path("senderId").asText()).isEqualTo(scene.visitor());
                assertThat(text.path("body").asText()).isEqualTo("请问怎么退票？");
                assertThat(text.path("contentType").asText()).isEqualTo("text/plain");
                assertThat(text.path("masked").asBoolean()).isFalse();
            }
            desk.await("ACK", desk.text(scene.conversation(), "您好"));
            assertThat(customer.await("TEXT").path("senderType").asText()).isEqualTo("AGENT");
            assertThat(second.await("TEXT").path("seq").asLong()).isEqualTo(2);
            assertThat(types(customer.untilPong())).doesNotContain("TEXT");
            assertThat(types(stranger.untilPong())).doesNotContain("TEXT");
        }
    }

    @Test
    void answersARetryWithTheSameSeqAndStoresNothingTwice() {
        try (var customer = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001")) {
            var frame = Map.of(
                    "type",
                    "TEXT",
                    "id",
                    UUID.randomUUID().toString(),
                    "conversationId",
                    scene.conversation(),
                    "body",
                    "x");
            IntStream.range(0, 5).forEach(time -> customer.send(frame));
            assertThat(customer.await("ACK", 5)).allMatch(ack -> ack.path("seq").asLong() == 1);
            customer.await("ACK", customer.text(scene.conversation(), "next"));
            assertThat(desk.await("TEXT", 2))
                    .extracting(text -> text.path("seq").asLong())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void refusesToTakeTheIdOfSomebodyElse() {
        try (var customer = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001")) {
            var id = customer.text(scene.conversation(), "mine");
            customer.await("ACK", id);
            desk.send(Map.of("type", "TEXT", "id", id, "conversationId", scene.conversation(), "body", "theirs"));
            assertThat(desk.await("ERROR", id).path("code").asText()).isEqualTo("id_taken");
        }
    }

    @Test
    void bringsManySendersIntoOneOrderWithoutGaps() throws Exception {
        var count = 2_000;
        try (var customer = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001");
                var second = SocketClient.agent("kf001");
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Long>>> senders = IntStream.range(0, 8)
                    .<Callable<List<Long>>>mapToObj(sender -> () -> send(sender, count / 8))
                    .toList();
            var sequences = new HashSet<Long>();
            for (var sent : pool.invokeAll(senders)) {
                sequences.addAll(sent.get());
            }
            assertThat(sequences)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, count).boxed().toList());
            for (var device : List.of(customer, desk, second)) {
                assertThat(device.await("TEXT", count))
                        .extracting(text -> text.path("seq").asLong())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, count).boxed().toList());
            }
        }
    }

    @Test
    void bringsBackWhatADeviceMissedInPages() {
        var actor = scene.customer();
        scope.run(actor, () -> IntStream.rangeClosed(1, 250).forEach(number -> append("message " + number)));
        try (var desk = SocketClient.agent("kf001")) {
            desk.send(Map.of("type", "SYNC", "conversations", Map.of(scene.conversation(), 0)));
            var first = desk.await("MESSAGES");
            assertThat(first.path("messages")).hasSize(200);
            assertThat(first.path("more").asBoolean()).isTrue();
            desk.send(Map.of("type", "SYNC", "conversations", Map.of(scene.conversation(), 200), "limit", 100));
            var second = desk.await("MESSAGES");
            assertThat(second.path("messages")).hasSize(50);
            assertThat(second.path("messages").get(0).path("seq").asLong()).isEqualTo(201);
            assertThat(second.path("more").asBoolean()).isFalse();
        }
    }

    @Test
    void movesReadMarksForwardOnlyAndTellsEverybodyElse() {
        scope.run(scene.customer(), () -> IntStream.rangeClosed(1, 3).forEach(number -> append("m" + number)));
        try (var customer = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001");
                var second = SocketClient.agent("kf001")) {
            desk.send(Map.of("type", "READ", "conversationId", scene.conversation(), "seq", 2));
            assertThat(customer.await("READ").path("seq").asLong()).isEqualTo(2);
            assertThat(second.await("READ").path("senderId").asText()).isEqualTo("kf001");
            desk.send(Map.of("type", "READ", "conversationId", scene.conversation(), "seq", 1));
            desk.send(Map.of("type", "READ", "conversationId", scene.conversation(), "seq", 99));
            assertThat(customer.await("READ").path("seq").asLong()).isEqualTo(3);
            assertThat(types(desk.untilPong())).isEmpty();
        }
    }

    @Test
    void showsTypingButNeverAnAgentsDraftAndStoresNone() {
        try (var customer = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001")) {
            customer.send(Map.of("type", "TYPING", "conversationId", scene.conversation(), "preview", "I wan"));
            customer.send(Map.of("type", "TYPING", "conversationId", scene.conversation(), "preview", "I want"));
            assertThat(desk.await("TYPING").path("preview").asText()).isEqualTo("I wan");
            desk.send(Map.of("type", "TYPING", "conversationId", scene.conversation(), "preview", "secret"));
            assertThat(customer.await("TYPING").has("preview")).isFalse();
            customer.untilPong();
            assertThat(types(desk.untilPong())).doesNotContain("TYPING");
        }
    }

    @Test
    void refusesConversationsThatAreUnknownOrNotTheSenders() {
        var other = new ChatScene(conversations, scope).with("kf002");
        try (var customer = SocketClient.customer(scene.token());
                var desk = SocketClient.agent("kf001");
                var foreign = SocketClient.agent("gx001")) {
            var unknown = UUID.randomUUID().toString();
            assertThat(error(customer, customer.text(unknown, "x"))).isEqualTo("conversation_unknown");
            assertThat(error(customer, customer.text(other.conversation(), "x")))
                    .isEqualTo("conversation_unknown");
            assertThat(error(desk, desk.text(other.conversation(), "x"))).isEqualTo("not_yours");
            assertThat(error(foreign, foreign.text(scene.conversation(), "x"))).isEqualTo("conversation_unknown");
            foreign.send(Map.of("type", "SYNC", "id", "s", "conversations", Map.of(scene.conversation(), 0)));
            assertThat(error(foreign, "s")).isEqualTo("conversation_unknown");
            desk.send(Map.of("type", "SYNC", "id", "s", "conversations", Map.of(other.conversation(), 0)));
            assertThat(error(desk, "s")).isEqualTo("not_yours");
        }
    }

    @Test
    void refusesAMessageInAConversationThatHasEnded() {
        scope.run(ChatScene.ACME, () -> conversations.close(scene.id(), "done"));
        try (var customer = SocketClient.customer(scene.token())) {
            assertThat(error(customer, customer.text(scene.conversation(), "x")))
                    .isEqualTo("conversation_closed");
        }
    }

    @Test
    void answersRubbishAndClosesOnlyAfterTwentyOfIt() {
        try (var customer = SocketClient.customer(scene.token())) {
            for (int i = 0; i < 18; i++) {
                customer.send("{\"type\":\"TEXT\"");
                assertThat(customer.await("ERROR").path("code").asText()).isEqualTo("unreadable");
            }
            customer.sendBinary(new byte[] {1, 2, 3});
            assertThat(customer.await("ERROR").path("code").asText()).isEqualTo("unreadable");
            customer.send("{\"type\":\"DANCE\",\"id\":\"d\"}");
            assertThat(error(customer, "d")).isEqualTo("unknown_type");
            customer.await("ACK", customer.text(scene.conversation(), "still here"));
            customer.send("rubbish");
            assertThat(customer.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void closesOnAFrameThatIsTooBig() {
        try (var customer = SocketClient.customer(scene.token())) {
            customer.send("{\"type\":\"PING\",\"padding\":\"" + "x".repeat(60_000) + "\"}");
            customer.await("PONG");
            customer.send("{\"type\":\"PING\",\"padding\":\"" + "字".repeat(30_000) + "\"}");
            assertThat(customer.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void slowsDownACustomerWhoSendsTooFast() {
        try (var customer = SocketClient.customer(scene.token())) {
            var ids = IntStream.range(0, 60)
                    .mapToObj(number -> customer.text(scene.conversation(), "m" + number))
                    .toList();
            var error = customer.await("ERROR");
            assertThat(error.path("code").asText()).isEqualTo("slow_down");
            assertThat(error.path("retryAfterMs").asLong()).isBetween(1L, 1_000L);
            assertThat(ids).contains(error.path("id").asText());
            customer.untilPong();
            assertThat(customer.isOpen()).isTrue();
        }
    }

    @Test
    void sendsNothingOfATransactionThatWasRolledBack() {
        try (var customer = SocketClient.customer(scene.token())) {
            scope.run(
                    ChatScene.ACME,
                    () -> transactions.executeWithoutResult(status -> {
                        conversations.post(scene.id(), "never");
                        status.setRollbackOnly();
                    }));
            scope.run(ChatScene.ACME, () -> conversations.post(scene.id(), "first"));
            var text = customer.await("TEXT");
            assertThat(text.path("body").asText()).isEqualTo("first");
            assertThat(text.path("seq").asLong()).isEqualTo(1);
            assertThat(text.path("senderType").asText()).isEqualTo("SYSTEM");
        }
    }

    @Test
    void deliversToANewAgentFromTheHandoverOnAndToTheFormerOneNoMore() {
        scope.run(scene.customer(), () -> append("before"));
        try (var first = SocketClient.agent("kf001");
                var second = SocketClient.agent("kf002");
                var customer = SocketClient.customer(scene.token())) {
            scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
            customer.await("ACK", customer.text(scene.conversation(), "after"));
            assertThat(second.await("TEXT").path("seq").asLong()).isEqualTo(2);
            second.send(Map.of("type", "SYNC", "conversations", Map.of(scene.conversation(), 0)));
            assertThat(second.await("MESSAGES").path("messages")).hasSize(2);
            assertThat(types(first.untilPong())).doesNotContain("TEXT");
            first.send(Map.of("type", "SYNC", "conversations", Map.of(scene.conversation(), 0)));
            assertThat(first.await("MESSAGES").path("messages")).hasSize(1);
            assertThat(error(first, first.text(scene.conversation(), "late"))).isEqualTo("not_yours");
        }
    }

    @Test
    void showsNoticesOnOpenDesks() {
        try (var desk = SocketClient.agent("kf003")) {
            events.publishEvent(new NoticeRaised(
                    ChatScene.ACME, "kf003", "leave.approved", "请假已批准", "Leave approved", "/desk/leave"));
            var notice = desk.await("NOTICE");
            assertThat(notice.path("kind").asText()).isEqualTo("leave.approved");
            assertThat(notice.path("title").asText()).isIn("请假已批准", "Leave approved");
        }
    }

    @Test
    void keepsAnAgentsOwnChoiceAndShowsItOnTheDesk() {
        try (var desk = SocketClient.agent("kf004");
                var manager = SocketClient.agent("acme.admin");
                var colleague = SocketClient.agent("kf005")) {
            desk.send(Map.of("type", "PRESENCE", "id", "p", "state", "AWAY"));
            desk.await("ACK", "p");
            JsonNode seen;
            do {
                seen = manager.await("PRESENCE");
            } while (!seen.path("agentId").asText().equals("kf004")
                    || !seen.path("state").asText().equals("AWAY"));
            assertThat(seen.path("light").asText()).isNotEmpty();
            assertThat(colleague.untilPong())
                    .noneMatch(frame -> frame.path("agentId").asText().equals("kf004"));
        }
    }

    @Test
    void tellsEveryDeskOfTheTenantWhenTheRotaChanges(@Autowired ApplicationEventPublisher events) {
        var day = LocalDate.of(2031, 5, 6);
        try (var manager = SocketClient.agent("ticketing.manager");
                var agent = SocketClient.agent("kf005");
                var stranger = SocketClient.agent("globex.manager")) {
            scope.call(ChatScene.agent("kf001", "ticketing"), () -> {
                events.publishEvent(new AssignmentChanged(ChatScene.ACME, "kf001", Set.of(day, day.plusDays(3))));
                return true;
            });
            for (var desk : List.of(manager, agent)) {
                JsonNode seen;
                do {
                    seen = desk.await("ROTA");
                } while (!seen.path("from").asText().equals("2031-05-06"));
                assertThat(seen.path("to").asText()).isEqualTo("2031-05-09");
            }
            assertThat(stranger.untilPong())
                    .noneMatch(frame -> frame.path("from").asText().equals("2031-05-06"));
        }
    }

    private List<Long> send(int sender, int count) {
        var actor = sender % 2 == 0 ? scene.customer() : ChatScene.agent("kf001", "ticketing");
        return IntStream.range(0, count)
                .mapToObj(number -> scope.call(actor, () -> append(sender + "/" + number)))
                .map(Message::seq)
                .toList();
    }

    private Message append(String body) {
        return messages.append(new Messages.Draft(UUID.randomUUID(), scene.id(), body, null));
    }

    private long stored(String id) {
        return scope.call(
                ChatScene.ACME,
                () -> transactions.execute(
                        status -> jdbc.sql("select seq from message where conversation_id = ? and client_id = ?")
                                .params(scene.id(), UUID.fromString(id))
                                .query(Long.class)
                                .single()));
    }

    private static String error(SocketClient client, String id) {
        return client.await("ERROR", id).path("code").asText();
    }

    private static List<String> types(List<JsonNode> frames) {
        return frames.stream()
                .map(frame -> frame.path("type").asText())
                .filter(type -> !Set.of("PRESENCE", "ROTA", "FLOOR").contains(type))
                .toList();
    }
}
