package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.leave.LeaveRequest;
import io.baton.leave.LeaveState;
import io.baton.leave.Leaves;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import io.baton.swap.SwapSuggestions;
import io.baton.swap.SwapWish;
import io.baton.swap.SwapWishes;
import io.baton.swap.Swaps;
import io.baton.ticket.Ticket;
import io.baton.ticket.TicketFilter;
import io.baton.ticket.TicketOrder;
import io.baton.ticket.TicketState;
import io.baton.ticket.Tickets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The demonstration is one that can be believed, and filling it again changes nothing. */
@BatonTest
@TestPropertySource(properties = "baton.demo-data=true")
class DemoDataTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor ADMIN =
            new Actor(new Tenant("acme"), "acme.admin", "admin", null, Set.of(Role.ADMIN), Set.of());

    @Autowired
    private TenantScope scope;

    @Autowired
    private Rota rota;

    @Autowired
    private Agents agents;

    @Autowired
    private Leaves leaves;

    @Autowired
    private SwapWishes wishes;

    @Autowired
    private SwapSuggestions suggestions;

    @Autowired
    private Tickets tickets;

    @Autowired
    private DemoData data;

    @Test
    void hasSomebodyOnShiftAtEveryHour() {
        var today = LocalDate.now(ZONE);

        for (int hour = 6; hour < 30; hour++) {
            var instant = today.atStartOfDay(ZONE).plusHours(hour).toInstant();
            assertThat(scope.call(ADMIN, () -> rota.onShift(instant)))
                    .as("%s", instant)
                    .isNotEmpty();
        }
        assertThat(scope.call(ADMIN, () -> agents.of(null))).hasSize(24);
    }

    @Test
    void hasLeaveInEveryState() {
        assertThat(all()).extracting(LeaveRequest::state).contains(LeaveState.values());
    }

    @Test
    void hasWishesOfWhichSomeCanComeTrue() {
        assertThat(wished()).anySatisfy(wish -> {
            var search = new SwapSuggestions.Search(wish.gives(), Set.of(), null, null);
            assertThat(scope.call(ADMIN, () -> suggestions.of(search)).suggestions())
                    .isNotEmpty();
        });
    }

    @Test
    void hasTicketsInEveryStateAndSomeThatAreLate() {
        assertThat(left()).extracting(Ticket::state).contains(TicketState.values());
        assertThat(left()).anyMatch(ticket -> ticket.isOverdue(Instant.now()));
        assertThat(left()).anyMatch(ticket -> ticket.contact() != null);
    }

    @Test
    void addsNothingTheSecondTime() {
        var before = all();
        var wishedBefore = wished();
        var leftBefore = left();

        data.fill();

        assertThat(all()).isEqualTo(before);
        assertThat(wished()).isEqualTo(wishedBefore);
        assertThat(left()).isEqualTo(leftBefore);
    }

    private List<SwapWish> wished() {
        return scope.call(ADMIN, () -> wishes.list(null, new Swaps.Window(200, null)))
                .items();
    }

    private List<Ticket> left() {
        var filter = new TicketFilter(Set.of(), false, false, "ticketing", null, false, null);
        return scope.call(ADMIN, () -> tickets.list(filter, new Tickets.Window(200, null, TicketOrder.NEWEST)))
                .items();
    }

    private List<LeaveRequest> all() {
        var window = new Leaves.Window(200, null);
        return scope.call(ADMIN, () -> leaves.list(null, null, null, null, null, window))
                .items();
    }
}
