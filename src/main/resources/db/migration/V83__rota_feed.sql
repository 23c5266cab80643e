-- A person's own rota for other calendars, at a secret address of which only the hash is kept.

create table rota_feed (
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    agent_id    text not null check (agent_id = lower(agent_id) and agent_id <> ''),
    secret_hash bytea not null check (length(secret_hash) = 32),
    language    text not null check (language in ('zh', 'en')),
    created_at  timestamptz not null,
    read_at     timestamptz,
    primary key (tenant_id, agent_id),
    unique (tenant_id, secret_hash)
);
select baton_protect('rota_feed');

-- What was last told of each entry: its sequence goes up whenever that changes, also when it comes back after it was gone.
create table rota_feed_entry (
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    agent_id    text not null,
    uid         text not null,
    last_day    date not null,
    fingerprint text not null,
    sequence    integer not null default 0,
    changed_at  timestamptz not null,
    primary key (tenant_id, agent_id, uid)
);
select baton_protect('rota_feed_entry');
