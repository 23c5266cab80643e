package io.baton.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles what the tables say about the swaps of some people: each swap is open with one process and exactly its shifts
 * held, or over with neither; shifts changed hands where a swap was executed and nowhere else; the trail tells what
 * happened and no more.
 */
final class SwapBooks {

    /** Every fault is a line that names the swap or the shift. */
    private static final List<String> FAULTS = List.of(
            """
            select s.number || ' is ' || s.state || ' and has ' || count(e.id_) || ' processes' from swaps s
            left join act_ru_execution e on e.business_key_ = s.id::text and e.parent_id_ is null
            group by s.number, s.state
            having count(e.id_) <> case when s.state in ('CONFIRMING', 'APPROVING') then 1 else 0 end
            """,
            "select s.number || ' was never checked' from swaps s where s.state = 'PROPOSED'",
            """
            select 'a process for no open swap: ' || coalesce(e.business_key_, '-') from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = 'chain-swap'
            where e.parent_id_ is null and not exists (select from swap s where s.id::text = e.business_key_)
            """,
            """
            select s.number || ' does not hold ' || i.gives from swaps s join swap_item i on i.swap_id = s.id
            where s.state in ('CONFIRMING', 'APPROVING') and not exists (
                select from assignment_lock l where l.assignment_id = i.gives and l.request_id = s.id)
            """,
            """
            select a.id || ' of ' || a.agent_id || ' is held for no open swap of its: ' || l.request_number
            from assignment_lock l join shifts a on a.id = l.assignment_id
            where not exists (select from swaps s join swap_item i on i.swap_id = s.id
                where s.id = l.request_id and i.gives = a.id and s.state in ('CONFIRMING', 'APPROVING'))
            """,
            """
            select a.id || ' of ' || a.agent_id || ' is ' || a.status || ', given away by ' || count(s.id) || ' executed swaps'
            from shifts a left join swap_item i on i.gives = a.id left join swaps s on s.id = i.swap_id and s.state = 'EXECUTED'
            group by a.id, a.agent_id, a.status
            having count(s.id) <> case when a.status = 'SWAPPED' then 1 else 0 end
            """,
            """
            select s.number || ' gave ' || i.agent_id || ' ' || count(a.id) || ' shifts for ' || i.takes
            from swaps s join swap_item i on i.swap_id = s.id join shifts t on t.id = i.takes
            left join shifts a on a.replaces = t.id and a.agent_id = i.agent_id and a.during = t.during
                and a.rota_day = t.rota_day and a.shift_type_id = t.shift_type_id
            where s.state = 'EXECUTED' group by s.number, i.agent_id, i.takes having count(a.id) <> 1
            """,
            """
            select a.id || ' of ' || a.agent_id || ' came from ' || r.agent_id || ' by no swap'
            from shifts a join shifts r on r.id = a.replaces where a.agent_id <> r.agent_id and not exists (
                select from swaps s join swap_item i on i.swap_id = s.id
                where s.state = 'EXECUTED' and i.takes = r.id and i.agent_id = a.agent_id)
            """,
            """
            select 'two live rows of one shift: ' || a.id || ' of ' || a.agent_id || ', ' || b.id || ' of ' || b.agent_id
            from lines a join lines b on b.root = a.root and b.id > a.id and b.during && a.during
            where a.status in ('ACTIVE', 'LEAVE') and b.status in ('ACTIVE', 'LEAVE')
            """,
            """
            select 'an incident: ' || i.incident_msg_ from act_ru_incident i
            join act_re_procdef d on d.id_ = i.proc_def_id_ and d.key_ = 'chain-swap'
            """,
            """
            select 'a trail of no swap: ' || t.subject_id || ' ' || t.what from trail t
            where t.kind = 'swap' and not exists (select from swap s where s.id::text = t.subject_id)
            """);

    private static final String WORLD = """
            with recursive swaps as (select * from swap where proposed_by like :people),
            shifts as (select * from assignment where agent_id like :people),
            lines as (
                select a.id as root, a.id, a.agent_id, a.status, a.during from shifts a where a.replaces is null
                union all
                select l.root, a.id, a.agent_id, a.status, a.during from shifts a join lines l on a.replaces = l.id)
            """;

    private static final String TOLD = """
            select s.number, s.state, s.version,
                (select count(*) from swap_item i where i.swap_id = s.id) as items,
                (select count(*) from swap_item i
                 where i.swap_id = s.id and i.confirmation = 'AGREED' and i.agent_id <> s.proposed_by) as agreed,
                (select count(*) from swap_item i where i.swap_id = s.id and i.confirmation = 'DECLINED') as declined,
                (select count(*) from swap_approval a where a.swap_id = s.id) as departments,
                (select count(*) from swap_approval a where a.swap_id = s.id and a.state = 'APPROVED') as approved,
                (select count(*) from swap_approval a where a.swap_id = s.id and a.state = 'REJECTED') as rejected,
                coalesce((select string_agg(t.what, ',') from trail t
                          where t.kind = 'swap' and t.subject_id = s.id::text), '') as told
            from swaps s
            """;

    private final JdbcClient jdbc;
    private final String people;

    /**
     * @param jdbc sees every tenant
     * @param people how their ids begin
     */
    SwapBooks(JdbcClient jdbc, String people) {
        this.jdbc = jdbc;
        this.people = people + "%";
    }

    /** What is not as it should be. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        FAULTS.forEach(fault -> faults.addAll(lines(fault)));
        jdbc.sql(WORLD + TOLD).param("people", people).query(Told.class).list().forEach(swap -> swap.check(faults));
        return faults;
    }

    /** Planned shifts that nobody has any more, or more than one person, where nothing but swaps moves shifts. */
    List<String> astray() {
        return lines("""
                select l.root || ' is live ' || count(*) filter (where l.status = 'ACTIVE') || ' times'
                from lines l group by l.root having count(*) filter (where l.status = 'ACTIVE') <> 1
                """);
    }

    /** How many swaps are in which state. */
    Map<String, Integer> states() {
        var states = new TreeMap<String, Integer>();
        lines("select s.state from swaps s").forEach(state -> states.merge(state, 1, Integer::sum));
        return states;
    }

    private List<String> lines(String query) {
        return jdbc.sql(WORLD + query)
                .param("people", people)
                .query(String.class)
                .list();
    }

    /** A swap, and every event that the trail has of it. */
    private record Told(
            String number,
            String state,
            long version,
            int items,
            int agreed,
            int declined,
            int departments,
            int approved,
            int rejected,
            String told) {

        void check(List<String> faults) {
            var really = count(List.of(told.split(",")));
            if (!really.equals(expected())) {
                faults.add(number + " is " + state + ", its trail has " + really + " and not " + expected());
            }
            var moves = List.of(told.split(",")).stream()
                    .filter(what -> !what.startsWith("Shift"))
                    .count();
            if (moves != version + 1) {
                faults.add(number + " moved " + version + " times, its trail has " + moves + " moves");
            }
            if (!isConsistent()) {
                faults.add("%s is %s with %d of %d agreed, %d declined, %d of %d approved, %d rejected"
                        .formatted(number, state, agreed, items - 1, declined, approved, departments, rejected));
            }
        }

        private Map<String, Integer> expected() {
            var events = new TreeMap<String, Integer>();
            events.put("SwapProposed", 1);
            if (state.equals("REFUSED")) {
                events.put("SwapRefusedByRule", 1);
                return events;
            }
            events.put("SwapAdmitted", 1);
            events.put("ShiftHeld", items);
            events.put("SwapConfirmed", agreed);
            events.put("SwapApproved", approved);
            switch (state) {
                case "EXECUTED" -> events.putAll(Map.of("ShiftSwapped", items, "SwapExecuted", 1));
                case "DECLINED" -> events.put("SwapDeclined", 1);
                case "REJECTED" -> events.put("SwapRejected", 1);
                case "WITHDRAWN" -> events.put("ChainSwapWithdrawn", 1);
                case "FAILED" -> events.put("SwapFailed", 1);
                default -> {}
            }
            events.values().removeIf(count -> count == 0);
            return events;
        }

        private boolean isConsistent() {
            boolean all = agreed == items - 1 && declined == 0;
            return switch (state) {
                case "REFUSED" -> agreed == 0 && declined == 0 && approved + rejected == 0;
                case "CONFIRMING" -> !all && declined == 0 && approved + rejected == 0;
                case "APPROVING" -> all && approved < departments && rejected == 0;
                case "EXECUTED", "FAILED" -> all && approved == departments;
                case "DECLINED" -> declined == 1 && approved + rejected == 0;
                case "REJECTED" -> all && rejected == 1;
                case "WITHDRAWN" -> declined == 0 && rejected == 0;
                default -> false;
            };
        }

        private static Map<String, Integer> count(List<String> events) {
            var counts = new TreeMap<String, Integer>();
            events.forEach(event -> counts.merge(event, 1, Integer::sum));
            return counts;
        }
    }
}
