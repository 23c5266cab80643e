package io.baton.rota;

import io.baton.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wants a shift type to be, from a rota day on.
 *
 * @param staffing by department, the people wanted from Monday to Sunday
 */
public record ShiftTypeDraft(
        String code,
        String zh,
        String en,
        String color,
        LocalTime start,
        LocalTime end,
        List<ShiftType.Break> breaks,
        Set<String> skills,
        Map<String, List<Integer>> staffing,
        LocalDate validFrom) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,60}");
    private static final int MOST_SKILLS = 20;
    private static final int MOST_BREAKS = 10;
    private static final int WEEK = 7;
    private static final Duration DAY = Duration.ofDays(1);

    /** A field with a value that it must not have. */
    record Violation(String field, String message) {}

    public ShiftTypeDraft {
        zh = zh.strip();
        en = en.strip();
        breaks = List.copyOf(breaks);
        skills = Set.copyOf(skills);
        staffing = Map.copyOf(staffing);
    }

    /** 422 with all violations unless it can be a shift type of a tenant with these departments, from today on or later. */
    void require(Set<String> departments, LocalDate today) {
        var violations = new ArrayList<Violation>();
        violations.addAll(face());
        violations.addAll(pauses());
        violations.addAll(wanted(departments));
        if (validFrom.isBefore(today)) {
            violations.add(new Violation("validFrom", "must not be before today"));
        } else if (validFrom.getYear() > 2099) {
            violations.add(new Violation("validFrom", "must not be after 2099"));
        }
        if (!violations.isEmpty()) {
            throw Problem.of(422, "invalid", Map.of("violations", violations));
        }
    }

    ShiftType type(UUID id) {
        var sorted = breaks.stream()
                .sorted(Comparator.comparing(pause -> after(pause.start())))
                .toList();
        return new ShiftType(id, code, zh, en, color.toLowerCase(Locale.ROOT), start, end, sorted, skills);
    }

    private List<Violation> face() {
        var violations = new ArrayList<Violation>();
        require(
                violations,
                "code",
                CODE.matcher(code).matches(),
                "must be lower case letters, digits and hyphens, at most 31");
        require(violations, "nameZh", NAME.matcher(zh).matches(), "must have 1 to 60 characters");
        require(violations, "nameEn", NAME.matcher(en).matches(), "must have 1 to 60 characters");
        require(violations, "color", COLOR.matcher(color).matches(), "must be like #2563eb");
        require(violations, "end", !start.equals(end), "must not be the start");
        require(violations, "skills", skills.size() <= MOST_SKILLS, "must be at most " + MOST_SKILLS);
        require(
                violations,
                "skills",
                skills.stream().allMatch(skill -> CODE.matcher(skill).matches()),
                "must be codes");
        return violations;
    }

    private List<Violation> pauses() {
        var violations = new ArrayList<Violation>();
        require(violations, "breaks", breaks.size() <= MOST_BREAKS, "must be at most " + MOST_BREAKS);
        var until = Duration.ZERO;
        for (var pause : type(new UUID(0, 0)).breaks()) {
            var from = after(pause.start());
            var to = after(pause.end());
            boolean inside = from.compareTo(to) < 0 && to.compareTo(after(end)) <= 0;
            require(violations, "breaks", inside, pause.start() + "–" + pause.end() + " must be within the shift");
            require(violations, "breaks", from.compareTo(until) >= 0, "must not overlap");
            until = to;
        }
        return violations;
    }

    private List<Violation> wanted(Set<String> departments) {
        var violations = new ArrayList<Violation>();
        var unknown = staffing.keySet().stream()
                .filter(department -> !departments.contains(department))
                .sorted()
                .collect(Collectors.joining(", "));
        require(violations, "staffing", unknown.isEmpty(), "department is not known: " + unknown);
        for (var people : staffing.values()) {
            require(
                    violations,
                    "staffing",
                    people.size() == WEEK,
                    "must be a number for each day from Monday to Sunday");
            require(
                    violations,
                    "staffing",
                    people.stream().allMatch(number -> number >= 0 && number <= Staffing.MOST),
                    "must be between 0 and " + Staffing.MOST);
        }
        return violations;
    }

    private static void require(List<Violation> violations, String field, boolean kept, String message) {
        var violation = new Violation(field, message);
        if (!kept && !violations.contains(violation)) {
            violations.add(violation);
        }
    }

    /** How long after the start of the shift, around the clock. */
    private Duration after(LocalTime time) {
        var after = Duration.between(start, time);
        return after.isNegative() ? after.plus(DAY) : after;
    }
}
