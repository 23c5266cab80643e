-- Messages are also found by the state of their conversation. All else is as in the function before.

drop function baton_search;

-- Messages of app.tenant that have all words, newest first. A reader sees the conversations that he takes or took part
-- in, up to where he left; who leads a department sees all of it, and who sees everything sees everything.
-- Planned anew for each search: whether words or time should lead depends on how frequent the words are.
create function baton_search(
    words text[], since timestamptz, until timestamptz,
    before_at timestamptz, before_conversation uuid, before_seq bigint,
    reader text, led text, everything boolean,
    customers uuid[], agent text, topic text, condition text, most integer)
returns table (conversation_id uuid, seq bigint, sent_at timestamptz)
    language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
    -- Who leads a department hardly ever takes part; asking for each message whether he does would cost more than the search.
    own uuid[] := case when led is not null and not everything then array(
        select p.conversation_id from participant p
        where p.tenant_id = current_setting('app.tenant', true) and p.kind = 'AGENT' and p.party_id = reader) end;
    held uuid[] := case when customers is not null then array(
        select c.id from conversation c
        where c.tenant_id = current_setting('app.tenant', true) and c.customer_id = any(customers)) end;
begin
    return query execute
        'select t.conversation_id, t.seq, t.sent_at from message_token t'
        -- Looked up for each message that has the words, never the other way round, however little is known of the rows.
        || case when topic is null and condition is null and (everything or led is null) then ''
            else ' cross join lateral (select c.department, c.category, c.state from conversation c'
                || ' where c.id = t.conversation_id and c.tenant_id = $1 offset 0) c' end
        || case when everything or led is not null then ''
            else ' join participant p on p.conversation_id = t.conversation_id and p.tenant_id = $1 and p.kind = ''AGENT'''
                || ' and p.party_id = $8 and t.seq <= coalesce(p.left_seq, t.seq)' end
        || ' where t.tenant_id = $1 and t.sent_at >= $3 and t.sent_at < $4'
        || case when cardinality(words) = 0 then '' else ' and t.tokens @> $2' end
        || case when before_at is null then ''
            else ' and (t.sent_at, t.conversation_id, t.seq) < ($5, $6, $7) and t.sent_at <= $5' end
        || case when everything or led is null then ''
            when cardinality(own) = 0 then ' and c.department = $9'
            else ' and (c.department = $9 or (t.conversation_id = any($14) and exists (select from participant p'
                || ' where p.conversation_id = t.conversation_id and p.kind = ''AGENT'' and p.party_id = $8'
                || ' and t.seq <= coalesce(p.left_seq, t.seq))))' end
        || case when customers is null then '' else ' and t.conversation_id = any($10)' end
        || case when agent is null then ''
            else ' and exists (select from participant a where a.conversation_id = t.conversation_id'
                || ' and a.kind = ''AGENT'' and a.party_id = $11)' end
        || case when topic is null then '' else ' and c.category = $12' end
        || case when condition is null then '' else ' and c.state = $15' end
        || ' order by t.sent_at desc, t.conversation_id desc, t.seq desc limit $13'
        using current_setting('app.tenant', true), words, since, until, before_at, before_conversation, before_seq,
            reader, led, held, agent, topic, most, own, condition;
end $$;
revoke all on function baton_search from public;
grant execute on function baton_search to ${app_role};
