package io.baton.swap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of swaps. Refuses to write over a version that is not the one that was read. */
@Repository
class SwapTable {

    private static final String ROW = """
            select s.*,
                (select jsonb_agg(to_jsonb(i) order by i.step) from swap_item i where i.swap_id = s.id) as items,
                (select jsonb_agg(to_jsonb(a) order by a.department) from swap_approval a where a.swap_id = s.id) as approvals
            from swap s
            """;
    private static final int SIMILAR = 10;
    private static final String OPEN = "('PROPOSED', 'CONFIRMING', 'APPROVING')";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SwapRows rows;

    SwapTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new SwapRows(json);
    }

    String nextNumber(LocalDate day) {
        return jdbc.sql("select baton_number('S', ?)")
                .param(day)
                .query(String.class)
                .single();
    }

    void insert(Swap swap) {
        jdbc.sql("""
                insert into swap (id, number, proposed_by, proposed_by_name, comment, proposed_at, state, escalated,
                    findings, rules, version)
                values (?, ?, ?, ?, ?, ?, ?, false, '[]', '', 0)
                """)
                .params(
                        swap.id(),
                        swap.number(),
                        swap.proposal().by(),
                        swap.proposal().byName())
                .params(
                        swap.proposal().comment(),
                        utc(swap.proposal().at()),
                        swap.state().name())
                .update();
        for (var item : swap.items()) {
            jdbc.sql("""
                    insert into swap_item (swap_id, step, agent_id, agent_name, department, gives, takes, confirmation,
                        answered_at, answer)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(swap.id(), item.step(), item.agentId(), item.agentName(), item.department(), item.gives())
                    .params(
                            item.takes(),
                            item.answer().confirmation().name(),
                            utc(item.answer().at()))
                    .param(item.answer().comment())
                    .update();
        }
        for (var approval : swap.approvals()) {
            jdbc.sql("insert into swap_approval (swap_id, department, state) values (?, ?, ?)")
                    .params(swap.id(), approval.department(), approval.state().name())
                    .update();
        }
    }

    /** Writes what has moved since the swap was as it {@code was}. */
    void update(Swap was, Swap swap) {
        var progress = swap.progress();
        var deadlines = progress.deadlines();
        var settled = progress.settled();
        int changed = jdbc.sql("""
                update swap set state = :state, escalated = :escalated, findings = :findings::jsonb, rules = :rules,
                    confirm_until = :confirm, settle_until = :settle, settled_by = :by, settled_by_name = :byName,
                    settled_at = :at, settled_comment = :comment, version = :version
                where id = :id and version = :version - 1
                """)
                .param("state", progress.state().name())
                .param("escalated", progress.escalated())
                .param("findings", write(progress.findings()))
                .param("rules", progress.rules())
                .param("confirm", deadlines == null ? null : utc(deadlines.confirm()))
                .param("settle", deadlines == null ? null : utc(deadlines.settle()))
                .param("by", settled == null ? null : settled.by())
                .param("byName", settled == null ? null : settled.byName())
                .param("at", settled == null ? null : utc(settled.at()))
                .param("comment", settled == null ? null : settled.comment())
                .param("version", swap.version())
                .param("id", swap.id())
                .update();
        if (changed == 0) {
            throw Problem.conflict("busy");
        }
        swap.items().stream().filter(item -> !was.items().contains(item)).forEach(item -> update(swap, item));
        swap.approvals().stream()
                .filter(approval -> !was.approvals().contains(approval))
                .forEach(approval -> update(swap, approval));
    }

    private void update(Swap swap, SwapItem item) {
        jdbc.sql("update swap_item set confirmation = ?, answered_at = ?, answer = ? where swap_id = ? and step = ?")
                .params(item.answer().confirmation().name(), utc(item.answer().at()))
                .params(item.answer().comment(), swap.id(), item.step())
                .update();
    }

    private void update(Swap swap, SwapApproval approval) {
        var verdict = approval.verdict();
        jdbc.sql("""
                        update swap_approval set state = ?, by = ?, by_name = ?, at = ?, comment = ?
                        where swap_id = ? and department = ?
                        """)
                .param(approval.state().name())
                .param(verdict == null ? null : verdict.by())
                .param(verdict == null ? null : verdict.byName())
                .param(verdict == null ? null : utc(verdict.at()))
                .param(verdict == null ? null : verdict.comment())
                .params(swap.id(), approval.department())
                .update();
    }

    void keepSheet(UUID id, String sheet) {
        jdbc.sql("update swap set sheet = ?::jsonb where id = ?")
                .params(sheet, id)
                .update();
    }

    Optional<String> sheet(UUID id) {
        return jdbc.sql("select sheet::text from swap where id = ? and sheet is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Swap> find(UUID id) {
        return jdbc.sql(ROW + "where s.id = ?").param(id).query(rows).optional();
    }

    /** Keeps everybody else from moving it until the transaction ends. */
    Optional<Swap> lock(UUID id) {
        jdbc.sql("select 1 from swap where id = ? for update")
                .param(id)
                .query(Integer.class)
                .list();
        return find(id);
    }

    List<Swap> list(SwapQuery query, int limit) {
        return jdbc.sql(ROW + """
                where (:all or exists (select from swap_item i where i.swap_id = s.id and i.agent_id = :reader)
                       or exists (select from swap_approval a where a.swap_id = s.id and a.department = :department))
                  and (:department::text is null
                       or exists (select from swap_approval a where a.swap_id = s.id and a.department = :department)
                       or exists (select from swap_item i where i.swap_id = s.id and i.agent_id = :reader))
                  and (:state::text is null or s.state = :state)
                  and (not :mine or exists (select from swap_item i where i.swap_id = s.id and i.agent_id = :reader))
                  and (not :waiting
                       or (s.state = 'CONFIRMING' and exists (select from swap_item i
                            where i.swap_id = s.id and i.agent_id = :reader and i.confirmation = 'OPEN'))
                       or (s.state = 'APPROVING' and exists (select from swap_approval a
                            where a.swap_id = s.id and a.state = 'OPEN' and (:all or a.department = :department))))
                  and (:after::uuid is null or s.id < :after)
                order by s.id desc limit :limit
                """)
                .param("all", query.all())
                .param("reader", query.reader())
                .param("department", query.department())
                .param("state", query.state() == null ? null : query.state().name())
                .param("mine", query.mine())
                .param("waiting", query.waiting())
                .param("after", query.after())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /**
     * Settled swaps of the half year before this one in which one of its people gave away a shift of one of its kinds, newest
     * first, {@value #SIMILAR} at most.
     */
    List<Swap> similar(Swap swap) {
        return jdbc.sql(ROW + """
                where s.state not in %s and s.proposed_at >= ?::timestamptz - interval '180 days' and s.id < ?
                  and exists (select from swap_item i join assignment a on a.id = i.gives
                              where i.swap_id = s.id and i.agent_id = any(?) and a.shift_type_id in
                                  (select own.shift_type_id from assignment own where own.id = any(?)))
                order by s.id desc limit ?
                """.formatted(OPEN))
                .params(utc(swap.proposal().at()), swap.id())
                .param(swap.items().stream().map(SwapItem::agentId).toArray(String[]::new))
                .param(swap.items().stream().map(SwapItem::gives).toArray(UUID[]::new))
                .param(SIMILAR)
                .query(rows)
                .list();
    }

    /** Every open swap, and whatever holds shifts as one. */
    @Transactional(readOnly = true)
    List<UUID> unsettled() {
        return jdbc.sql("""
                select s.id from swap s where s.state in %s
                union
                select l.request_id from assignment_lock l where l.request_kind = 'swap'
                """.formatted(OPEN)).query(UUID.class).list();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
