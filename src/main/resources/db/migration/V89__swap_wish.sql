-- Standing wishes: what somebody would give away, and what would be taken for it.

create table swap_wish (
    id          uuid primary key,
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    agent_id    text not null check (agent_id = lower(agent_id) and agent_id <> ''),
    gives       uuid not null references assignment,
    -- Empty: a shift of any type.
    shift_types uuid[] not null default '{}' check (cardinality(shift_types) <= 20),
    first_day   date not null,
    last_day    date not null,
    comment     text check (length(comment) between 1 and 500),
    created_at  timestamptz not null,
    unique (tenant_id, gives),
    constraint swap_wish_has_days check (first_day <= last_day and last_day - first_day <= 31)
);
create index swap_wish_by_agent on swap_wish (tenant_id, agent_id, id desc);
select baton_protect('swap_wish');
