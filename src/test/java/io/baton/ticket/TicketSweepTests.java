package io.baton.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What time and customers do to tickets. */
@BatonTest
class TicketSweepTests extends TicketScene {

    @Autowired
    private TicketSweep sweep;

    @Autowired
    private CustomerReplies replies;

    @Test
    void closesWhatStayedSolvedLongEnough() {
        var old = solved("旧");
        var young = solved("新");
        age(old, Duration.ofDays(4).plusMinutes(1));
        age(young, Duration.ofDays(4).minusMinutes(5));

        sweep.sweep();

        assertThat(shown(old).path("state").asText()).isEqualTo("CLOSED");
        assertThat(shown(old).path("assignee").path("id").asText()).isEqualTo("kf017");
        assertThat(shown(young).path("state").asText()).isEqualTo("SOLVED");
        var trail = Http.as("acme.auditor")
                .get("/api/v1/audit/ticket/" + old.id())
                .json()
                .path("items");
        assertThat(trail.path(trail.size() - 1).path("what").asText()).isEqualTo("TicketClosed");
        assertThat(trail.path(trail.size() - 1).path("actor").asText()).isEqualTo("system");
    }

    @Test
    void closesMoreThanOneBatchAndEachOnceThoughSeveralNodesLook() throws Exception {
        var all = new ArrayList<Ticket>();
        for (int i = 0; i < TicketClosing.BATCH + 20; i++) {
            all.add(open("vip", "批" + i));
        }
        var ids = all.stream().map(Ticket::id).toArray(UUID[]::new);
        as(Samples.SYSTEM, () -> jdbc.sql("""
                        update ticket set state = 'SOLVED', assignee = 'kf017', assignee_name = '何欣',
                            state_since = now() - interval '5 days' where id = any(?)
                        """).param(ids).update());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> look = () -> {
                sweep.sweep();
                return true;
            };
            for (var done : threads.invokeAll(Collections.nCopies(4, look))) {
                done.get();
            }
        }
        sweep.sweep();
        assertThat(as(
                        Samples.SYSTEM,
                        () -> jdbc.sql(
                                        "select count(*) from ticket where id = any(?) and state = 'CLOSED' and version = 2")
                                .param(ids)
                                .query(Integer.class)
                                .single()))
                .isEqualTo(all.size());
    }

    @Test
    void isOpenAgainWhenTheCustomerWritesAfterItWasPutAside() {
        var pending = put("PENDING");
        var solved = put("SOLVED");
        var open = put("OPEN");
        var closed = put("CLOSED");
        var all = Stream.of(pending, solved, open, closed)
                .map(ticket -> ticket.about().conversationId())
                .toList();
        var before = all.stream()
                .collect(Collectors.toMap(id -> id, id -> Instant.now().minusSeconds(60)));
        assertThat(wrote(before)).isZero();

        var after = all.stream()
                .collect(Collectors.toMap(id -> id, id -> Instant.now().plusSeconds(1)));
        assertThat(wrote(after)).isEqualTo(2);
        assertThat(Stream.of(pending, solved, open, closed)
                        .map(ticket -> shown(ticket).path("state").asText()))
                .containsExactly("OPEN", "OPEN", "OPEN", "CLOSED");
        assertThat(shown(pending).path("assignee").path("id").asText()).isEqualTo("kf017");
        assertThat(Http.as("kf017").get("/api/v1/notices").text()).contains("ticket.replied", pending.number());
        assertThat(wrote(after)).isZero();
    }

    @Test
    void tellsWhoeverIsGivenATicketAndNotWhoeverTakesIt() {
        var given = open("vip", "给");
        var taken = open("vip", "取");
        assign("kf017", given, "kf018");
        assign("kf018", taken, "kf018");
        assertThat(Http.as("kf018").get("/api/v1/notices").text())
                .contains("ticket.assigned", given.number())
                .doesNotContain(taken.number());
        assertThat(Http.as("vip.manager").get("/api/v1/notices").text()).contains(given.number(), taken.number());
    }

    private int wrote(Map<UUID, Instant> latest) {
        return as(Samples.SYSTEM, () -> replies.wrote(latest));
    }

    private Ticket solved(String subject) {
        var ticket = open("vip", subject);
        assign("kf017", ticket, "kf017");
        state("kf017", ticket, "SOLVED");
        return ticket;
    }

    private Ticket put(String state) {
        var ticket = open("vip", state);
        assign("kf017", ticket, "kf017");
        if (!state.equals("OPEN")) {
            assertThat(state("kf017", ticket, state).status()).isEqualTo(200);
        }
        return ticket;
    }
}
