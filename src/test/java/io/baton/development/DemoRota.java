package io.baton.development;

import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import io.baton.rota.Staffing;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Plans this and the next week for everybody: five days of seven, and from the early shift to the end of the night always
 * somebody. Days that are planned already stay as they are.
 */
@Component
@Lazy
class DemoRota {

    private static final List<String> PATTERN =
            List.of("early", "early", "late", "late", "night", "night", "early", "part-time");
    private static final Map<String, List<String>> SKILLS = Map.of(
            "ticketing", List.of("seat-map", "invoice", "english"),
            "aftersales", List.of("refund", "invoice", "exchange"),
            "vip", List.of("vip", "refund", "english"),
            "support", List.of("english", "refund", "seat-map"));

    private final TenantScope scope;
    private final Tenants tenants;
    private final Agents agents;
    private final ShiftTypes types;
    private final Rota rota;
    private final DemoStaffing staffing;
    private final Clock clock;

    DemoRota(
            TenantScope scope,
            Tenants tenants,
            Agents agents,
            ShiftTypes types,
            Rota rota,
            Staffing staffing,
            Clock clock) {
        this.scope = scope;
        this.tenants = tenants;
        this.agents = agents;
        this.types = types;
        this.rota = rota;
        this.staffing = new DemoStaffing(staffing);
        this.clock = clock;
    }

    void fill(Tenant tenant) {
        scope.run(Actor.system(tenant), () -> {
            addShiftTypes();
            addAgents(tenant);
            staffing.fill(agents.of(null), types.all());
            plan();
        });
    }

    private void addShiftTypes() {
        add("early", "早班", "Early", "#2563eb", 6, 14, new ShiftType.Break(at(10), LocalTime.of(10, 30)));
        add("late", "晚班", "Late", "#d97706", 14, 22, new ShiftType.Break(at(18), LocalTime.of(18, 30)));
        add("night", "夜班", "Night", "#4c1d95", 22, 6, new ShiftType.Break(at(2), at(3)));
        add("part-time", "兼职", "Part time", "#059669", 10, 14);
    }

    private void add(String code, String zh, String en, String color, int start, int end, ShiftType.Break... breaks) {
        types.add(new ShiftType(Ids.next(), code, zh, en, color, at(start), at(end), List.of(breaks)));
    }

    private void addAgents(Tenant tenant) {
        var known = agents.of(null).stream().map(Agent::id).collect(Collectors.toSet());
        DemoPeople.all().stream()
                .filter(person -> person.tenant().equals(tenant.id())
                        && person.role().equals("agent")
                        && person.department() != null
                        && !known.contains(person.id()))
                .forEach(person -> agents.save(agent(person, String.valueOf(person.department()))));
    }

    private static int number(DemoPerson person) {
        return Integer.parseInt(person.id().replaceAll("\\D", ""));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
    }

    /**
     * Everybody speaks for the department; every second one has more skills, every fourth is senior. Of the VIP department one
     * takes whatever comes without being asked; everybody else is, whoever is alone on a shift.
     */
    private static Agent agent(DemoPerson person, String department) {
        var number = number(person);
        var skills = SKILLS.getOrDefault(department, List.of());
        boolean senior = number % 4 == 1;
        return new Agent(
                person.id(),
                person.name(),
                department,
                Set.copyOf(skills.subList(0, Math.min(skills.size(), 1 + number % 3))),
                1 + number % 5,
                senior,
                senior ? 6 : 4,
                department.equals("vip") && number % 8 == 2);
    }

    private void plan() {
        var monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var codes = types.all().stream().collect(Collectors.toMap(ShiftType::code, ShiftType::id));
        var departments = agents.of(null).stream().collect(Collectors.groupingBy(Agent::department));
        var planned =
                rota.assignments(agents.of(null).stream().map(Agent::id).toList(), monday, monday.plusDays(13)).stream()
                        .map(Assignment::day)
                        .collect(Collectors.toSet());
        monday.datesUntil(monday.plusDays(14))
                .filter(day -> !planned.contains(day))
                .forEach(day -> departments.values().forEach(people -> rota.assign(slots(day, people, codes))));
    }

    private static List<Slot> slots(LocalDate day, List<Agent> people, Map<String, UUID> types) {
        var slots = new ArrayList<Slot>();
        long week = day.toEpochDay() / 7;
        for (int i = 0; i < people.size(); i++) {
            boolean off = (day.toEpochDay() + 2L * i) % 7 < 2;
            var code = PATTERN.get((int) ((i * PATTERN.size() / people.size() + 2 * week) % PATTERN.size()));
            if (!off) {
                slots.add(new Slot(people.get(i).id(), day, Objects.requireNonNull(types.get(code))));
            }
        }
        return slots;
    }

    private static LocalTime at(int hour) {
        return LocalTime.of(hour, 0);
    }
}
