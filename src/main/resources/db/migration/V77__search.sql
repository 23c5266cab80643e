-- The words of messages, apart from the messages: written in batches after they are stored, never on their way.
-- Partitioned by month of sending, so that a search that wants the newest hits stops at the first month that has enough.

create table message_token (
    tenant_id       text not null default current_setting('app.tenant'),
    conversation_id uuid not null,
    seq             bigint not null,
    sent_at         timestamptz not null,
    tokens          text[] not null,
    primary key (conversation_id, seq, sent_at)
) partition by range (sent_at);
select baton_protect('message_token');
revoke update, truncate on message_token from ${app_role};
create index message_token_by_time on message_token (tenant_id, sent_at, conversation_id, seq);
create index message_token_by_token on message_token using gin (tokens);
create index customer_by_name on customer (tenant_id, name);

-- Row-level security keeps an index from being asked with an operator that might leak, and @> is one of those. So the
-- owner may read all rows, and only in the function below, which shows rows of app.tenant and no others.
create policy search_rows on message_token for select to current_user using (true);

-- Runs as the owner, because the application may not create tables. Safe to repeat and to run twice at once.
create function baton_message_token_partitions(ahead integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    this_month timestamp := date_trunc('month', now() at time zone 'UTC');
    month      timestamp;
    name       text;
    bounds     text;
    made       integer := 0;
begin
    if ahead not between 1 and 24 then
        raise exception 'months ahead must be 1 to 24';
    end if;
    perform pg_advisory_xact_lock(hashtext('baton_message_token_partitions'));
    for i in -1 .. ahead loop
        month := this_month + make_interval(months => i);
        name := 'message_token_' || to_char(month, 'YYYYMM');
        bounds := format('from (%L) to (%L)', month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        if to_regclass('message_token_earlier') is null then
            name := 'message_token_earlier';
            bounds := format('from (minvalue) to (%L)', (month + interval '1 month') at time zone 'UTC');
        end if;
        if to_regclass(name) is null and (i >= 0 or name = 'message_token_earlier') then
            execute format('create table %I partition of message_token for values %s', name, bounds);
            -- Partitions are reached through their parent only: no policy of their own shows no row.
            execute format('alter table %I enable row level security', name);
            execute format('alter table %I force row level security', name);
            execute format('revoke all on %I from ${app_role}', name);
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
revoke all on function baton_message_token_partitions(integer) from public;
grant execute on function baton_message_token_partitions(integer) to ${app_role};
select baton_message_token_partitions(3);

-- Messages of app.tenant that have all words, newest first. A reader sees the conversations that he takes or took part
-- in, up to where he left; who leads a department sees all of it, and who sees everything sees everything.
-- Planned anew for each search: whether words or time should lead depends on how frequent the words are.
create function baton_search(
    words text[], since timestamptz, until timestamptz,
    before_at timestamptz, before_conversation uuid, before_seq bigint,
    reader text, led text, everything boolean,
    customers uuid[], agent text, topic text, most integer)
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
        || case when topic is null and (everything or led is null) then ''
            else ' cross join lateral (select c.department, c.category from conversation c'
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
        || ' order by t.sent_at desc, t.conversation_id desc, t.seq desc limit $13'
        using current_setting('app.tenant', true), words, since, until, before_at, before_conversation, before_seq,
            reader, led, held, agent, topic, most, own;
end $$;
revoke all on function baton_search from public;
grant execute on function baton_search to ${app_role};
