-- Tenants, and the one way in which a table becomes a tenant's own.
-- The application's role owns nothing and cannot step around row-level security.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table tenant (
    id        text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
    name      text not null check (name <> ''),
    zone      text not null,
    noon      time not null,
    opens_at  time not null,
    closes_at time not null,
    settings  jsonb not null default '{}'
);
comment on table tenant is 'The companies of this installation. Read by every tenant''s work, so without row-level security.';

-- Rows of the tenant that the transaction runs for, and no others: app.tenant is set at its beginning.
create function baton_protect(name regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format(
        'create policy tenant_rows on %s using (tenant_id = current_setting(''app.tenant'', true))
         with check (tenant_id = current_setting(''app.tenant'', true))', name);
end $$;
comment on function baton_protect is 'Shows and takes only rows of app.tenant; every table of ours is protected.';

-- Numbers that people read, without gaps between days and apart for each tenant.
create table number_sequence (
    tenant_id text not null references tenant,
    kind      text not null,
    day       date not null,
    last      integer not null,
    primary key (tenant_id, kind, day)
);
select baton_protect('number_sequence');

create function baton_number(kind text, day date) returns text language sql as $$
    insert into number_sequence as s (tenant_id, kind, day, last)
    values (current_setting('app.tenant'), baton_number.kind, baton_number.day, 1)
    on conflict on constraint number_sequence_pkey do update set last = s.last + 1
    returning baton_number.kind || '-' || to_char(baton_number.day, 'YYYYMMDD') || '-' || lpad(last::text, 6, '0')
$$;
comment on function baton_number is 'The next number of a kind, for example T-20261122-000123.';

-- Events that must not be lost wait here until their listeners are done.
create table event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz
);
create index event_publication_by_completion on event_publication (completion_date);

-- An answer that was given for an Idempotency-Key, so that a repeated request gets the same one.
create table idempotent_answer (
    tenant_id    text not null references tenant,
    key          text not null check (length(key) between 1 and 200),
    person       text not null,
    request_hash text not null,
    status       integer,
    body         text,
    location     text,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, person, key)
);
select baton_protect('idempotent_answer');
