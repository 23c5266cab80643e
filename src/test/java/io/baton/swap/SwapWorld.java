package io.baton.swap;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Two departments with three kinds of shift, and people who act in them; each week is handed out once. */
final class SwapWorld {

    static final Tenant ACME = new Tenant("acme");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String NORTH = "swap-north";
    static final String SOUTH = "swap-south";
    private static final AtomicInteger WEEKS = new AtomicInteger();

    private final TenantScope scope;
    private final Rota rota;
    private final ShiftTypes types;

    SwapWorld(TenantScope scope, Rota rota, ShiftTypes types, Agents agents) {
        this.scope = scope;
        this.rota = rota;
        this.types = types;
        as(admin(), () -> {
            IntStream.rangeClosed(1, 9).forEach(i -> agents.save(person("sn" + i, NORTH)));
            IntStream.rangeClosed(1, 4).forEach(i -> agents.save(person("ss" + i, SOUTH)));
            types.add(type("sw-early", "早班", 6, 14));
            types.add(type("sw-late", "晚班", 14, 22));
            types.add(type("sw-night", "夜班", 22, 6));
            return true;
        });
    }

    /** A Monday whose week, and those around it, no other test uses. */
    static LocalDate freeWeek() {
        var monday = LocalDate.now(ZONE).plusDays(2_000).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return monday.plusWeeks(WEEKS.getAndAdd(6));
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return scope.call(actor, work);
    }

    Assignment works(String agent, LocalDate day, String type) {
        return as(admin(), () -> rota.assign(agent, day, shiftType(type)));
    }

    List<Assignment> rota(String agent, LocalDate from, LocalDate to) {
        return as(admin(), () -> rota.assignments(agent, from, to));
    }

    UUID shiftType(String code) {
        return types.all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Each takes what the next one gives, the last what the first one gives. */
    static SwapForm chain(Assignment... shifts) {
        return new SwapForm(parts(shifts), "家里有事");
    }

    static List<SwapForm.Part> parts(Assignment... shifts) {
        return IntStream.range(0, shifts.length)
                .mapToObj(i ->
                        new SwapForm.Part(shifts[i].agentId(), shifts[i].id(), shifts[(i + 1) % shifts.length].id()))
                .toList();
    }

    static Actor agent(String id) {
        return actor(id, id.startsWith("ss") ? SOUTH : NORTH, Role.CUSTOMER_SERVICE);
    }

    static Actor north() {
        return actor("north.manager", NORTH, Role.MANAGER);
    }

    static Actor south() {
        return actor("south.manager", SOUTH, Role.MANAGER);
    }

    static Actor admin() {
        return actor("acme.admin", null, Role.ADMIN);
    }

    static Actor actor(String id, @Nullable String department, Role role) {
        return new Actor(ACME, id, "人员 " + id, department, Set.of(role), Set.of());
    }

    private static Agent person(String id, String department) {
        return new Agent(id, "客服 " + id, department, Set.of("refund"), 3, false, 5, false);
    }

    private static ShiftType type(String code, String zh, int start, int end) {
        return new ShiftType(
                Ids.next(), code, zh, code, "#2563eb", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of());
    }
}
