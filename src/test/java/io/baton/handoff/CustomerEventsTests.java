package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.baton.BatonTest;
import io.baton.SocketClient;
import io.baton.chat.ChatScene;
import io.baton.chat.VisitorConnected;
import io.baton.chat.VisitorGone;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;

/** Customers who come and go, alone and by the thousand: those who are served are waited for, and nobody else is touched. */
@BatonTest
class CustomerEventsTests extends TransferScene {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AgentAbsences absences;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void hireOne() {
        hire("ce01", 3);
    }

    @Test
    void followsWhoIsServedThroughACrowdOfOthers() {
        connect("ce01");
        var id = servedByConnected("ce01");
        var other = servedByConnected("ce01");
        IntStream.range(0, 2_000).forEach(i -> gone(Ids.next()));
        gone(customerOf(id));
        IntStream.range(0, 2_000).forEach(i -> gone(Ids.next()));
        await().untilAsserted(() -> assertThat(isLost(id)).isTrue());
        assertThat(isLost(other)).isFalse();
        back(customerOf(id));
        await().untilAsserted(() -> assertThat(isLost(id)).isFalse());
    }

    @Test
    void countsTheLastMoveOfWhoComesAndGoesQuickly() {
        connect("ce01");
        var id = servedByConnected("ce01");
        for (int i = 0; i < 20; i++) {
            gone(customerOf(id));
            back(customerOf(id));
        }
        gone(customerOf(id));
        await().untilAsserted(() -> assertThat(isLost(id)).isTrue());
        back(customerOf(id));
        await().untilAsserted(() -> assertThat(isLost(id)).isFalse());
    }

    @Test
    void losesNobodyWhoIsBackMeanwhile() {
        connect("ce01");
        var visitor = ChatScene.visitor(Map.of()).json();
        var customer = new Actor(ACME, visitor.path("visitorId").asText(), "李女士", null, Set.of(), Set.of());
        var id = ask(customer).handoff().id();
        awaitAgent(id, "ce01");
        as(agent("ce01"), () -> answers.accept(id));
        try (var widget = SocketClient.customer(visitor.path("token").asText())) {
            as(Actor.system(ACME), () -> absences.customerLost(id));
            assertThat(isLost(id)).isFalse();
            assertThat(widget.isOpen()).isTrue();
        }
        await().untilAsserted(() -> assertThat(isLost(id)).isTrue());
    }

    @Test
    void triesAgainWhileTheDatabaseIsAway() {
        var asked = mock(AgentAbsences.class);
        var floor = mock(FloorEvents.class);
        var customer = Ids.next();
        when(asked.ofCustomers(any()))
                .thenThrow(new DataAccessResourceFailureException("away"))
                .thenReturn(Map.of(customer.toString(), List.of(Ids.next())));
        var listener = new CustomerEvents(asked, floor, scope);
        try {
            listener.on(new VisitorGone(ACME, customer));
            verify(floor, timeout(10_000)).each(any(), any(java.util.function.Supplier.class), any());
        } finally {
            listener.close();
        }
    }

    private void gone(UUID customer) {
        events.publishEvent(new VisitorGone(ACME, customer));
    }

    private void back(UUID customer) {
        events.publishEvent(new VisitorConnected(ACME, customer));
    }

    private UUID customerOf(UUID handoff) {
        return UUID.fromString(now(handoff).ask().customer().id());
    }

    private boolean isLost(UUID handoff) {
        return now(handoff).trail().customerLost();
    }
}
