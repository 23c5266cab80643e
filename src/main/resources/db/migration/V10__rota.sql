-- Who works when. The database itself keeps an agent from being in two places: see assignment_once.

create table shift_type (
    id        uuid primary key,
    tenant_id text not null default current_setting('app.tenant') references tenant,
    code      text not null check (code ~ '^[a-z][a-z0-9-]{0,30}$'),
    name_zh   text not null check (name_zh <> ''),
    name_en   text not null check (name_en <> ''),
    color     text not null check (color ~ '^#[0-9a-f]{6}$'),
    starts_at time not null,
    ends_at   time not null,
    breaks    jsonb not null default '[]',
    unique (tenant_id, code)
);
comment on column shift_type.ends_at is 'At or before starts_at: the shift crosses midnight and belongs to the day it starts on.';
select baton_protect('shift_type');

create table agent (
    tenant_id         text not null default current_setting('app.tenant') references tenant,
    id                text not null check (id = lower(id) and id <> ''),
    name              text not null check (name <> ''),
    department        text not null check (department <> ''),
    skills            text[] not null default '{}',
    level             smallint not null check (level between 1 and 5),
    senior            boolean not null default false,
    max_conversations smallint not null check (max_conversations between 0 and 50),
    auto_accept       boolean not null default false,
    primary key (tenant_id, id)
);
create index agent_by_department on agent (tenant_id, department);
select baton_protect('agent');

create table assignment (
    id            uuid primary key,
    tenant_id     text not null default current_setting('app.tenant') references tenant,
    agent_id      text not null check (agent_id = lower(agent_id) and agent_id <> ''),
    rota_day      date not null,
    during        tstzrange not null,
    shift_type_id uuid references shift_type,
    status        text not null check (status in ('ACTIVE', 'LEAVE', 'SUPERSEDED', 'SWAPPED')),
    replaces      uuid references assignment,
    leave_id      uuid,
    created_at    timestamptz not null default now(),
    constraint assignment_has_a_shift check (status = 'LEAVE' or leave_id is not null or shift_type_id is not null),
    constraint assignment_leave_is_known check (status <> 'LEAVE' or leave_id is not null),
    constraint assignment_is_finite check (
        not isempty(during) and lower_inc(during) and not upper_inc(during)
        and isfinite(lower(during)) and isfinite(upper(during))
        and upper(during) - lower(during) <= interval '30 hours'
        and (status <> 'ACTIVE' or upper(during) - lower(during) <= interval '24 hours')),
    -- One live row per agent and instant. Not deferrable: a change of hands supersedes rows and inserts new ones.
    constraint assignment_once exclude using gist (tenant_id with =, agent_id with =, during with &&)
        where (status in ('ACTIVE', 'LEAVE'))
);
create index assignment_by_day on assignment (tenant_id, rota_day, agent_id) where status in ('ACTIVE', 'LEAVE');
create index assignment_by_start on assignment (tenant_id, lower(during)) where status = 'ACTIVE';
create index assignment_by_end on assignment (tenant_id, upper(during)) where status = 'ACTIVE';
create index assignment_by_leave on assignment (tenant_id, leave_id) where leave_id is not null;
create index assignment_by_replaced on assignment (tenant_id, replaces) where replaces is not null;
select baton_protect('assignment');

-- The half days a person is away, with or without a shift in them.
create table absence (
    tenant_id text not null default current_setting('app.tenant') references tenant,
    agent_id  text not null,
    rota_day  date not null,
    half      text not null check (half in ('MORNING', 'AFTERNOON')),
    leave_id  uuid not null,
    primary key (tenant_id, agent_id, rota_day, half)
);
create index absence_by_leave on absence (tenant_id, leave_id);
select baton_protect('absence');

-- An open request that holds an assignment: nothing else may move it meanwhile.
create table assignment_lock (
    tenant_id      text not null default current_setting('app.tenant') references tenant,
    assignment_id  uuid primary key references assignment,
    request_kind   text not null check (request_kind <> ''),
    request_id     uuid not null,
    request_number text not null check (request_number <> ''),
    created_at     timestamptz not null default now()
);
create index assignment_lock_by_request on assignment_lock (tenant_id, request_id);
select baton_protect('assignment_lock');

-- Up to when the beginnings and ends of shifts were announced.
create table shift_sweep (
    tenant_id   text primary key default current_setting('app.tenant') references tenant,
    swept_until timestamptz not null
);
select baton_protect('shift_sweep');
