package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
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

/** A department of eight with an early and a night shift, and people who act in it; each day is handed out once. */
final class LeaveWorld {

    static final Tenant ACME = new Tenant("acme");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(20);
    private static final AtomicInteger WEEKS = new AtomicInteger();

    private final TenantScope scope;
    private final Rota rota;
    private final ShiftTypes types;

    LeaveWorld(TenantScope scope, Rota rota, ShiftTypes types, Agents agents) {
        this.scope = scope;
        this.rota = rota;
        this.types = types;
        as(admin(), () -> {
            IntStream.rangeClosed(1, 8)
                    .mapToObj("kf%03d"::formatted)
                    .forEach(id -> agents.save(agent(id, "ticketing")));
            IntStream.rangeClosed(9, 16)
                    .mapToObj("kf%03d"::formatted)
                    .forEach(id -> agents.save(agent(id, "aftersales")));
            types.add(type("early", 8, 16));
            types.add(type("night", 22, 6));
            return true;
        });
    }

    /** A day that no other test uses. */
    static LocalDate freeDay() {
        return LocalDate.now(ZONE).plusDays(DAYS.getAndAdd(3));
    }

    /** A Monday whose week no other test uses. */
    static LocalDate freeWeek() {
        var monday = LocalDate.now(ZONE).plusDays(400).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return monday.plusWeeks(WEEKS.getAndAdd(2));
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return scope.call(actor, work);
    }

    void works(String agent, LocalDate day, String shift) {
        as(admin(), () -> rota.assign(agent, day, shiftType(shift)));
    }

    UUID shiftType(String code) {
        return types.all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static LeaveForm wholeDay(LocalDate day) {
        return new LeaveForm(LeaveType.PERSONAL, HalfDays.of(day), "搬家", List.of());
    }

    static LeaveForm half(LeaveType type, LocalDate day, Half half) {
        return new LeaveForm(type, HalfDays.of(day, half), "有事", List.of());
    }

    static Actor agent(String id) {
        return person(id, "ticketing", Role.CUSTOMER_SERVICE);
    }

    static Actor manager() {
        return person("ticketing.manager", "ticketing", Role.MANAGER);
    }

    static Actor otherManager() {
        return person("vip.manager", "vip", Role.MANAGER);
    }

    static Actor admin() {
        return person("acme.admin", null, Role.ADMIN);
    }

    static Actor auditor() {
        return person("acme.auditor", null, Role.AUDITOR);
    }

    static Actor person(String id, @Nullable String department, Role role) {
        return new Actor(ACME, id, "人员 " + id, department, Set.of(role), Set.of());
    }

    private static Agent agent(String id, String department) {
        return new Agent(id, "客服 " + id, department, Set.of("refund"), 3, false, 5, false);
    }

    private static ShiftType type(String code, int start, int end) {
        var zh = code.equals("night") ? "夜班" : "早班";
        return new ShiftType(
                Ids.next(), code, zh, code, "#2563eb", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of());
    }
}
