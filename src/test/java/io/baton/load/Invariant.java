package io.baton.load;

import java.time.Duration;

/**
 * What must hold of handoffs in every snapshot of the database, as a question that finds whatever breaks it. Those with a
 * patience may be seen for a moment, because what ends them is done after the commit that began them.
 */
enum Invariant {
    /** Nobody holds more conversations than allowed, but for those that were given by hand. */
    ABOVE_CAPACITY(Duration.ZERO, """
            select s.tenant_id || '/' || s.agent_id || ' holds ' || s.active || ' of ' || coalesce(a.max_conversations, 0)
                || ' seats, ' || s.extra || ' extra'
            from seat s left join agent a on a.tenant_id = s.tenant_id and a.id = s.agent_id
            where s.active > coalesce(a.max_conversations, 0) + s.extra
            """),

    /** Seats beyond the maximum are held by conversations that a person gave. */
    EXTRA_WITHOUT_A_HAND(Duration.ZERO, """
            select s.tenant_id || '/' || s.agent_id || ' has ' || s.extra || ' seats more than allowed'
            from seat s where s.extra > 0 and s.extra > (
                select count(*) from handoff h
                where h.tenant_id = s.tenant_id and h.agent_id = s.agent_id and h.OPEN
                  and jsonb_array_length(h.score -> 'parts') = 0)
            """),

    /** Seats counted are handoffs held, and those that somebody is asked to take over. */
    SEATS_MISCOUNTED(Duration.ZERO, """
            with held as (
                select tenant_id, agent_id, count(*) as seats from (
                    select tenant_id, agent_id from handoff where OPEN and agent_id is not null
                    union all
                    select tenant_id, transfer_to from handoff where OPEN and transfer_to is not null) h
                group by tenant_id, agent_id)
            select tenant_id || '/' || agent_id || ' has ' || coalesce(s.active, 0) || ' seats taken and '
                || coalesce(h.seats, 0) || ' handoffs'
            from seat s full join held h using (tenant_id, agent_id)
            where coalesce(s.active, 0) <> coalesce(h.seats, 0)
            """),

    /** A conversation has one open handoff at most. */
    OPEN_TWICE(Duration.ZERO, """
            select 'conversation ' || conversation_id || ' has ' || count(*) || ' open handoffs'
            from handoff where OPEN group by tenant_id, conversation_id having count(*) > 1
            """),

    /** Whoever is asked or serves is written down, and nobody is written down for who waits. */
    NOBODY_ASKED(Duration.ZERO, """
            select 'handoff ' || id || ' is ' || state || ' with ' || coalesce(agent_id, 'nobody')
            from handoff where OPEN and (state = 'PENDING') <> (agent_id is null)
            """),

    /** An open handoff has one running process, and a process an open handoff. */
    PROCESS_MISSING(Duration.ZERO, """
            with running as (
                select e.tenant_id_ as tenant_id, e.business_key_ as id, count(*) as processes
                from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ = 'handoff' and e.parent_id_ is null and e.super_exec_ is null
                group by e.tenant_id_, e.business_key_),
            open as (select tenant_id, id::text as id, state from handoff where OPEN)
            select 'handoff ' || id || ' is ' || coalesce(o.state, 'not open') || ' with ' || coalesce(r.processes, 0)
                || ' processes'
            from open o full join running r using (tenant_id, id)
            where o.id is null or coalesce(r.processes, 0) <> 1
            """),

    /** No process of a handoff has given up. */
    INCIDENT(Duration.ZERO, """
            select 'handoff ' || e.business_key_ || ' at ' || i.activity_id_ || ': ' || coalesce(i.incident_msg_, '')
            from act_ru_incident i
            join act_re_procdef d on d.id_ = i.proc_def_id_
            left join act_ru_execution e on e.id_ = i.proc_inst_id_
            where d.key_ = 'handoff'
            """),

    /** The conversation of a served handoff is with the agent who serves it. */
    CONVERSATION_ASTRAY(Duration.ofSeconds(10), """
            select 'handoff ' || h.id || ' is ' || h.state || ' with ' || h.agent_id || ', its conversation ' || c.state
                || ' with ' || coalesce(c.agent_id, 'nobody')
            from handoff h join conversation c on c.tenant_id = h.tenant_id and c.id = h.conversation_id
            where h.state in ('IN_PROGRESS', 'PAUSED') and (c.agent_id is distinct from h.agent_id or c.state = 'CLOSED')
            """);

    private final Duration patience;
    private final String question;

    Invariant(Duration patience, String question) {
        this.patience = patience;
        this.question = question.replace("OPEN", OpenHandoff.STATE);
    }

    /** For how long it may be seen before it counts. */
    Duration patience() {
        return patience;
    }

    /** What the table itself holds to be the same as not ended, and has an index for. */
    private static final class OpenHandoff {
        static final String STATE = "state not in ('COMPLETED', 'CANCELLED', 'TICKETED')";
    }

    /** One row with one text for everything that breaks it. */
    String question() {
        return question;
    }
}
