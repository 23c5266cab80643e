-- Who was connected when, and what the person wanted to be meanwhile.
create table presence_interval (
    tenant_id  text not null default current_setting('app.tenant') references tenant,
    id         uuid not null,
    person     text not null check (person <> ''),
    choice     text not null check (choice in ('ONLINE', 'AWAY', 'OFFLINE')),
    started_at timestamptz not null check (isfinite(started_at)),
    -- Up to when a lease was known: the best end for an interval that nobody ended.
    seen_until timestamptz not null check (isfinite(seen_until)),
    ended_at   timestamptz check (isfinite(ended_at)),
    primary key (tenant_id, id),
    check (ended_at >= started_at),
    constraint presence_interval_once exclude using gist
        (tenant_id with =, person with =, tstzrange(started_at, ended_at) with &&)
);
create unique index presence_interval_one_open on presence_interval (tenant_id, person) where ended_at is null;
create index presence_interval_by_person on presence_interval (tenant_id, person, started_at);
select baton_protect('presence_interval');
