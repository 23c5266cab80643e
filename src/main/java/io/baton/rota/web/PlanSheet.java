package io.baton.rota.web;

import io.baton.rota.ShiftType;
import io.baton.rota.Slot;
import io.baton.sheet.Grid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rota as a table: a person a line, a date a column, the codes of shifts in the cells, several apart by {@code +}. Reads
 * what it writes, and the names of shifts beside their codes.
 */
final class PlanSheet {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Set<String> PERSON_HEADS = Set.of("agentid", "工号");
    private static final Set<String> NAME_HEADS = Set.of("name", "姓名");
    private static final Set<String> FREE = Set.of("", "-", "off", "休");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /**
     * What is wrong with a cell.
     *
     * @param line from 1, as a spreadsheet counts
     * @param column from 1
     * @param code the text is {@code rota.import.<code>}
     */
    record Mistake(int line, int column, String code, String value) {}

    /**
     * The shifts of a table; nothing is to be done with them while there are mistakes.
     *
     * @param people those of whom the table has a line
     * @param days those of which it has a column
     */
    record Reading(List<Slot> slots, Set<String> people, Set<LocalDate> days, List<Mistake> mistakes) {}

    private final Grid grid;
    private final Set<String> people;
    private final Map<String, UUID> types = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<Integer, LocalDate> dates = new TreeMap<>();

    private PlanSheet(Grid grid, Set<String> people, List<ShiftType> known) {
        this.grid = grid;
        this.people = people;
        for (var type : known) {
            Stream.of(type.zh(), type.en()).forEach(name -> types.putIfAbsent(key(name), type.id()));
        }
        known.forEach(type -> types.put(key(type.code()), type.id()));
    }

    /** @param people the ids of those whom the reader may plan */
    static Reading read(Grid grid, Set<String> people, List<ShiftType> known) {
        return new PlanSheet(grid, people, known).read();
    }

    static List<List<String>> write(
            List<String> heads, Map<String, String> people, List<LocalDate> dates, Map<Slot, String> codes) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(heads.stream(), dates.stream().map(LocalDate::toString))
                .toList());
        var cells = codes.entrySet().stream()
                .collect(Collectors.groupingBy(
                        slot -> slot.getKey().agentId() + " " + slot.getKey().day(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.joining("+"))));
        people.forEach((id, name) -> rows.add(Stream.concat(
                        Stream.of(id, name), dates.stream().map(date -> cells.getOrDefault(id + " " + date, "")))
                .toList()));
        return rows;
    }

    private Reading read() {
        var head = grid.rows().isEmpty() ? List.<String>of() : grid.rows().getFirst();
        if (head.isEmpty() || !PERSON_HEADS.contains(key(head.getFirst()))) {
            mistakes.add(new Mistake(1, 1, "head", head.isEmpty() ? "" : shown(head.getFirst())));
            return new Reading(List.of(), Set.of(), Set.of(), mistakes);
        }
        readHead(head);
        var slots = new ArrayList<Slot>();
        var seen = new HashSet<String>();
        for (int row = 1; row < grid.rows().size(); row++) {
            var cells = grid.rows().get(row);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            var agent = key(cells.getFirst());
            if (!people.contains(agent)) {
                mistakes.add(new Mistake(row + 1, 1, "person", shown(cells.getFirst())));
            } else if (!seen.add(agent)) {
                mistakes.add(new Mistake(row + 1, 1, "twice", shown(cells.getFirst())));
            }
            slots.addAll(readCells(row, agent, cells));
        }
        if (mistakes.isEmpty() && seen.isEmpty()) {
            mistakes.add(new Mistake(2, 1, "empty", ""));
        }
        return new Reading(slots.stream().distinct().toList(), seen, Set.copyOf(dates.values()), mistakes);
    }

    private void readHead(List<String> head) {
        int first = head.size() > 1 && NAME_HEADS.contains(key(head.get(1))) ? 2 : 1;
        int last = IntStream.range(0, head.size())
                .filter(i -> !head.get(i).isBlank())
                .max()
                .orElse(0);
        for (int column = first; column <= last; column++) {
            var date = date(head.get(column));
            if (date.isEmpty()) {
                mistakes.add(new Mistake(1, column + 1, "date", shown(head.get(column))));
            } else if (dates.containsValue(date.get())) {
                mistakes.add(new Mistake(1, column + 1, "dateTwice", shown(head.get(column))));
            } else {
                dates.put(column, date.get());
            }
        }
        if (dates.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake(1, first + 1, "noDates", ""));
        }
    }

    private List<Slot> readCells(int row, String agent, List<String> cells) {
        var slots = new ArrayList<Slot>();
        for (int column = 1; column < cells.size(); column++) {
            var date = dates.get(column);
            var cell = Grid.plain(cells.get(column));
            if (date == null || FREE.contains(key(cell))) {
                if (date == null && column >= grid.rows().getFirst().size() && !cell.isEmpty()) {
                    mistakes.add(new Mistake(row + 1, column + 1, "beyond", shown(cell)));
                }
                continue;
            }
            for (var code : cell.split("[+\\n]")) {
                var type = types.get(key(code));
                if (type == null) {
                    mistakes.add(new Mistake(
                            row + 1,
                            column + 1,
                            cell.startsWith(XlsxSheet.FORMULA) ? "formula" : "shift",
                            shown(code)));
                } else {
                    slots.add(new Slot(agent, date, type));
                }
            }
        }
        return slots;
    }

    private static Optional<LocalDate> date(String text) {
        var match = DATE.matcher(Grid.plain(text));
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)));
            return Optional.of(date).filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String key(String text) {
        return Grid.plain(text).toLowerCase(Locale.ROOT);
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
