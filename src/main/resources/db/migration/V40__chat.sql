-- Customers, their conversations, and messages that are never lost once they were acknowledged.

create table customer (
    id          uuid primary key,
    tenant_id   text not null references tenant,
    name        text not null check (length(name) between 1 and 100),
    external_id text check (length(external_id) between 1 and 200),
    attributes  jsonb not null default '{}',
    page        text,
    created_at  timestamptz not null,
    unique (tenant_id, external_id)
);
select baton_protect('customer');
comment on column customer.external_id is 'The company''s own id of the customer; only ever one that the company has signed.';

create table conversation (
    id             uuid primary key,
    tenant_id      text not null references tenant,
    number         text not null,
    customer_id    uuid not null references customer,
    subject        text,
    category       text,
    state          text not null check (state in ('OPEN', 'WITH_AGENT', 'CLOSED')),
    agent_id       text,
    department     text,
    handoff_id     uuid,
    last_seq       bigint not null default 0 check (last_seq >= 0),
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    close_reason   text,
    rating         integer check (rating between 1 and 5),
    rating_comment text,
    unique (tenant_id, number),
    check ((state = 'WITH_AGENT') <= (agent_id is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (rating is null or state = 'CLOSED')
);
select baton_protect('conversation');
create unique index conversation_one_open on conversation (tenant_id, customer_id) where state <> 'CLOSED';
create index conversation_by_customer on conversation (customer_id, id desc);
create index conversation_by_department on conversation (tenant_id, department, id desc);
create index conversation_by_tenant on conversation (tenant_id, id desc);

create table participant (
    tenant_id       text not null references tenant,
    conversation_id uuid not null references conversation,
    kind            text not null check (kind in ('AGENT', 'CUSTOMER')),
    party_id        text not null,
    joined_seq      bigint not null,
    left_seq        bigint,
    read_seq        bigint not null default 0,
    primary key (conversation_id, kind, party_id)
);
select baton_protect('participant');
create index participant_by_party on participant (tenant_id, kind, party_id, conversation_id desc);
comment on column participant.joined_seq is 'The newest message at the time of joining: what comes after it is delivered live.';
comment on column participant.left_seq is 'The last message a former participant may read.';

-- A UUIDv7 begins with its time, so the bounds of months are bounds of conversation ids, and a conversation lies whole
-- in the month in which it began. No foreign key to the conversation: its row is locked by whoever writes a message.
create table message (
    tenant_id       text not null,
    conversation_id uuid not null,
    seq             bigint not null check (seq > 0),
    client_id       uuid not null,
    sender_type     text not null check (sender_type in ('CUSTOMER', 'AGENT', 'SYSTEM', 'BOT')),
    sender_id       text not null,
    body            text not null,
    content_type    text not null,
    masked          boolean not null default false,
    sent_at         timestamptz not null,
    primary key (conversation_id, seq),
    unique (conversation_id, client_id)
) partition by range (conversation_id);
select baton_protect('message');
revoke update, delete, truncate on message from ${app_role};

create function baton_message_bound(month date) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from month::timestamp at time zone 'UTC') * 1000)::bigint), 12, '0')
        || '70008000000000000000')::uuid
$$;
comment on function baton_message_bound is 'The smallest UUIDv7 of a month (UTC).';

-- Runs as the owner, because the application may not create tables. Safe to repeat and to run twice at once.
create function baton_message_partitions(ahead integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    month date;
    name  text;
    made  integer := 0;
begin
    if ahead not between 1 and 24 then
        raise exception 'months ahead must be 1 to 24';
    end if;
    perform pg_advisory_xact_lock(hashtext('baton_message_partitions'));
    for i in -2 .. ahead loop
        month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
        name := 'message_' || to_char(month, 'YYYYMM');
        if to_regclass(name) is null then
            execute format('create table %I partition of message for values from (%L) to (%L)', name,
                baton_message_bound(month), baton_message_bound((month + interval '1 month')::date));
            -- Partitions are reached through their parent only: no policy of their own shows no row.
            execute format('alter table %I enable row level security', name);
            execute format('alter table %I force row level security', name);
            execute format('revoke all on %I from ${app_role}', name);
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
revoke all on function baton_message_partitions(integer) from public;
grant execute on function baton_message_partitions(integer) to ${app_role};
select baton_message_partitions(3);

create table notice (
    id        uuid primary key,
    tenant_id text not null references tenant,
    person    text not null,
    kind      text not null,
    zh        text not null,
    en        text not null,
    link      text not null,
    at        timestamptz not null,
    read_at   timestamptz
);
select baton_protect('notice');
create index notice_by_person on notice (tenant_id, person, id desc);
