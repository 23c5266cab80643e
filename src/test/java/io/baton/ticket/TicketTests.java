package io.baton.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketTests {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Actor SYSTEM = Actor.system(new Tenant("acme"));

    private final Ticket open = new Ticket(Ids.next(), "T-20261122-000001", about("退票"), NOON, null);

    @Test
    void isOpenUntilItIsResolved() {
        assertThat(open.state()).isEqualTo(TicketState.OPEN);
        var resolved = open.resolve("kf017", "called back", NOON);
        assertThat(resolved.state()).isEqualTo(TicketState.RESOLVED);
        assertThat(resolved.number()).isEqualTo(open.number());
    }

    @Test
    void refusesASecondResolution() {
        var resolved = open.resolve("kf017", "called back", NOON);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> resolved.resolve("kf018", "again", NOON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("ticket_resolved"));
    }

    @Test
    void takesTheReasonForAMissingSubject() {
        assertThat(about(" ").subject()).isEqualTo("想退票");
        assertThat(about("退票").subject()).isEqualTo("退票");
    }

    @Test
    void tellsTheTrailWhatHappened() {
        var opened = new TicketOpened(SYSTEM, open);
        assertThat(opened.kind()).isEqualTo("ticket");
        assertThat(opened.what()).isEqualTo("TicketOpened");
        assertThat(opened.subjectId()).isEqualTo(open.id().toString());
        assertThat(opened.before()).isNull();
        assertThat(opened.after()).isEqualTo("OPEN");
        assertThat(opened.comment()).isEqualTo("T-20261122-000001");
        var resolved = new TicketResolved(SYSTEM, open.resolve("kf017", "done", NOON), NOON);
        assertThat(resolved.before()).isEqualTo("OPEN");
        assertThat(resolved.after()).isEqualTo("RESOLVED");
        assertThat(resolved.kind()).isEqualTo("ticket");
    }

    private static NewTicket about(String subject) {
        return new NewTicket(Ids.next(), new NewTicket.Customer("c1", "林"), subject, "想退票", "vip");
    }
}
