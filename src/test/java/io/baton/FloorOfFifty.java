package io.baton;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.leave.LeaveDecision;
import io.baton.leave.LeaveForm;
import io.baton.leave.LeaveProcess;
import io.baton.leave.LeaveType;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import io.baton.rota.Staffing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one department of globex, grown to fifty people: three of the demonstration, who log in, and their colleagues. On one
 * Monday some weeks ahead three of them cannot take the early shift, each for a reason of its own. Today two of them work
 * around the clock, so that somebody is on duty whenever the journeys are played.
 */
final class FloorOfFifty {

    static final int PEOPLE = 50;

    private static final Tenant GLOBEX = new Tenant("globex");
    private static final ZoneId ZONE = ZoneId.of("Asia/Singapore");
    private static final String DEPARTMENT = "support";
    private static final String PLANNED = "gx010";
    private static final String ON_LEAVE = "gx020";
    private static final String TIRED = "gx030";
    private static final List<String> AROUND_THE_CLOCK = List.of("early", "late", "night");
    private static final List<String> ON_DUTY = List.of("gx001", "gx003");
    private static final int WEEKS_AHEAD = 4;
    private static final int MOST_DAYS_IN_A_ROW = 6;

    private final TenantScope scope;
    private final Agents agents;
    private final ShiftTypes types;
    private final Rota rota;
    private final Staffing staffing;
    private final LeaveProcess process;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /**
     * What the journeys have to know.
     *
     * @param day the Monday
     * @param conflicts by person, the code of what speaks against the early shift of that day
     */
    record Known(LocalDate day, int people, Map<String, String> conflicts) {}

    FloorOfFifty(
            TenantScope scope,
            Agents agents,
            ShiftTypes types,
            Rota rota,
            Staffing staffing,
            LeaveProcess process,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.scope = scope;
        this.agents = agents;
        this.types = types;
        this.rota = rota;
        this.staffing = staffing;
        this.process = process;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Known fill() {
        var monday = LocalDate.now(ZONE).plusWeeks(WEEKS_AHEAD).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        scope.run(GLOBEX, () -> {
            hire();
            keepTwoOnDuty();
            wantSomebodyEarlyInTheMiddleOfTheWeek();
            rota.assign(PLANNED, monday, early());
            monday.minusDays(MOST_DAYS_IN_A_ROW).datesUntil(monday).forEach(day -> rota.assign(TIRED, day, early()));
        });
        giveLeave(monday);
        return new Known(
                monday, PEOPLE, Map.of(PLANNED, "already_assigned", ON_LEAVE, "on_leave", TIRED, "too_many_days"));
    }

    private void hire() {
        int known = agents.of(DEPARTMENT).size();
        IntStream.rangeClosed(known + 1, PEOPLE)
                .mapToObj(number -> new Agent(
                        "gx%03d".formatted(number), "Agent " + number, DEPARTMENT, Set.of(), 3, false, 4, false))
                .forEach(agents::save);
    }

    /**
     * From yesterday, whose night is not over, to tomorrow, which may begin meanwhile. Off the rota for the week around
     * that, so that nobody works too many days in a row.
     */
    private void keepTwoOnDuty() {
        var yesterday = LocalDate.now(ZONE).minusDays(1);
        transactions.executeWithoutResult(status -> jdbc.sql("""
                        update assignment set status = 'SUPERSEDED'
                        where agent_id = any(?) and rota_day between ? and ? and status = 'ACTIVE'
                        """)
                .params(ON_DUTY.toArray(String[]::new), yesterday.minusWeeks(1), yesterday.plusWeeks(1))
                .update());
        for (var agent : ON_DUTY) {
            rota.assign(yesterday
                    .datesUntil(yesterday.plusDays(3))
                    .flatMap(day -> AROUND_THE_CLOCK.stream().map(code -> new Slot(agent, day, type(code))))
                    .toList());
        }
    }

    private void wantSomebodyEarlyInTheMiddleOfTheWeek() {
        for (var day : List.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            staffing.want(early(), DEPARTMENT, day, 1, LocalDate.now(ZONE));
        }
    }

    private void giveLeave(LocalDate day) {
        var form = new LeaveForm(LeaveType.PERSONAL, HalfDays.of(day), "Moving house", List.of());
        var name = scope.call(GLOBEX, () -> agents.get(ON_LEAVE).name());
        var leave = scope.call(actor(ON_LEAVE, name, Role.CUSTOMER_SERVICE), () -> process.request(form));
        scope.call(
                actor("globex.manager", "Daniel Lim", Role.MANAGER),
                () -> process.approve(leave.id(), new LeaveDecision(true, null)));
    }

    private UUID early() {
        return type("early");
    }

    private UUID type(String code) {
        return types.all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Actor actor(String id, String name, Role role) {
        return new Actor(GLOBEX, id, name, DEPARTMENT, Set.of(role), Set.of());
    }
}
