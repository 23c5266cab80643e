-- The hub writes the messages of all tenants in one group. It has a role of its own, which sees these three tables of every
-- tenant and nothing else; each row's tenant is the one that was authenticated.

grant usage on schema public to ${hub_role};
-- To lock a row one needs the right to change a column of it; the policy takes no changed row all the same.
grant select, update (close_reason) on conversation to ${hub_role};
grant select, update (read_seq) on participant to ${hub_role};
grant select, insert on message to ${hub_role};
create policy hub_rows on conversation to ${hub_role} using (true) with check (false);
create policy hub_rows on participant to ${hub_role} using (true) with check (true);
create policy hub_rows on message to ${hub_role} using (true) with check (true);

-- The newest seq is what the messages say: a counter beside them would be a second write for each message, on the row that
-- everybody reads.
alter table conversation drop column last_seq;
create function baton_last_seq(conversation uuid) returns bigint language sql stable as $$
    select coalesce((select m.seq from message m where m.conversation_id = conversation order by m.seq desc limit 1), 0)
$$;
comment on function baton_last_seq is 'The seq of the newest message of a conversation, 0 when there is none; holds still while the conversation is locked.';

-- Every page that is read moves read_seq: room in the page keeps that update away from the indexes.
alter table participant set (fillfactor = 80);
-- What is open, however many conversations have ended.
create index conversation_open_by_agent on conversation (tenant_id, agent_id, id desc) where state <> 'CLOSED';
create index conversation_open_by_department on conversation (tenant_id, department, id desc) where state <> 'CLOSED';
create index conversation_open_by_tenant on conversation (tenant_id, id desc) where state <> 'CLOSED';

-- Stores a group of messages of any tenants in one round trip and, called by itself, in one transaction.
-- The sequence numbers are taken while the conversations are locked, so they have no gap and follow the commits. A conversation
-- that somebody else has locked is not waited for: its messages come back as BUSY and the others go through.
-- Outcomes: STORED; REPEATED, the sender has sent it before, and what was stored then comes back; TAKEN, somebody else has used this id; UNKNOWN conversation;
-- NOT_YOURS; CLOSED; BUSY. An id must not come twice in a group.
-- reached: a seq that the conversation is known to have, or 0; the search for its newest begins there.
create function baton_store_messages(
    tenants text[], conversations uuid[], ids uuid[], kinds text[], senders text[], bodies text[], content_types text[],
    reached bigint[])
    returns table (place integer, outcome text, seq bigint, sent_at timestamptz, participants text,
        body text, content_type text)
    language plpgsql
    -- One plan for ever, though it is made when the tables are empty and every index looks as good as the other: no scans, no
    -- joins but by index, and each look-up asks for an order that only the right index has.
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_sort = off
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    locked uuid[];
    clock  timestamptz;
begin
    select array_agg(l.id) into locked from (
        select c.id from conversation c where c.id = any (conversations) order by c.id for no key update skip locked) l;
    clock := clock_timestamp();
    return query
    with item as (
        select * from unnest(tenants, conversations, ids, kinds, senders, bodies, content_types, reached) with ordinality
            as i (tenant_id, conversation_id, client_id, kind, sender_id, body, content_type, reached, place)
    ), judged as (
        select i.*, newest.seq as newest_seq, m.seq as known_seq, m.sent_at as known_at, m.body as known_body,
            m.content_type as known_type, p.parties, case
            when c.tenant_id is distinct from i.tenant_id then 'UNKNOWN'
            when p.takes_part is not true then 'NOT_YOURS'
            when m.seq is not null and m.sender_type = i.kind and m.sender_id = i.sender_id then 'REPEATED'
            when m.seq is not null then 'TAKEN'
            when c.state = 'CLOSED' then 'CLOSED'
            when c.id = any (locked) then 'STORED'
            else 'BUSY' end as outcome
        from item i
        left join conversation c on c.id = i.conversation_id
        left join lateral (
            select string_agg(p.kind || ' ' || p.joined_seq || ' ' || p.party_id, e'\n') as parties,
                bool_or(p.kind = i.kind and p.party_id = i.sender_id) as takes_part
            from participant p where p.conversation_id = c.id and p.left_seq is null) p on true
        left join lateral (
            select m.* from message m where m.conversation_id = c.id and m.client_id between i.client_id and i.client_id
            order by m.client_id) m on true
        left join lateral (
            select m.seq from message m where m.conversation_id = c.id and m.seq >= i.reached
            order by m.seq desc limit 1) newest on true
    ), numbered as materialized (
        select j.*, coalesce(j.newest_seq, j.reached)
            + count(*) filter (where j.outcome = 'STORED') over (partition by j.conversation_id order by j.place) as next_seq
        from judged j
    ), stored as (
        insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body, content_type, sent_at)
        select n.tenant_id, n.conversation_id, n.next_seq, n.client_id, n.kind, n.sender_id, n.body, n.content_type, clock
        from numbered n where n.outcome = 'STORED'
    )
    select n.place::integer, n.outcome, case when n.outcome = 'STORED' then n.next_seq else n.known_seq end,
        case when n.outcome = 'STORED' then clock else n.known_at end,
        case when n.outcome in ('STORED', 'REPEATED') then n.parties end,
        case when n.outcome = 'REPEATED' then n.known_body end, case when n.outcome = 'REPEATED' then n.known_type end
    from numbered n order by n.place;
end $$;
revoke all on function baton_store_messages from public;
grant execute on function baton_store_messages to ${hub_role};

-- The open conversations of many parties at once, each with its newest seq and the seq at which the party joined.
create function baton_heads(tenants text[], kinds text[], ids text[])
    returns table (place integer, conversation_id uuid, last_seq bigint, joined_seq bigint)
    language sql stable
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_sort = off
as $$
    with asked as (
        select * from unnest(tenants, kinds, ids) with ordinality as a (tenant_id, kind, id, place)
    ), open as (
        select a.place, a.kind, a.id as party_id, c.id from asked a
        join lateral (
            select c.* from conversation c
            where c.tenant_id = a.tenant_id and c.customer_id between a.id::uuid and a.id::uuid
                and c.state <> 'CLOSED'
            order by c.customer_id) c on true
        where a.kind = 'CUSTOMER'
        union all
        select a.place, a.kind, a.id, c.id from asked a
        join lateral (
            select c.* from conversation c
            where c.tenant_id = a.tenant_id and c.agent_id between a.id and a.id and c.state <> 'CLOSED'
            order by c.agent_id) c on true
        where a.kind = 'AGENT'
    )
    select o.place::integer, o.id, baton_last_seq(o.id), p.joined_seq from open o
    join participant p on p.conversation_id = o.id and p.kind = o.kind and p.party_id = o.party_id and p.left_seq is null
$$;
revoke all on function baton_heads from public;
grant execute on function baton_heads to ${hub_role};
