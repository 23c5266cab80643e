-- Leave: requests, the ledger of balances, attachments.

create table leave_request (
    id              uuid primary key,
    tenant_id       text not null default current_setting('app.tenant') references tenant,
    number          text not null,
    agent_id        text not null check (agent_id = lower(agent_id) and agent_id <> ''),
    agent_name      text not null,
    department      text,
    for_admins      boolean not null,
    type            text not null check (type in ('PERSONAL', 'SICK', 'ANNUAL', 'COMPENSATORY', 'OTHER')),
    start_day       date not null,
    start_half      text not null check (start_half in ('MORNING', 'AFTERNOON')),
    end_day         date not null,
    end_half        text not null check (end_half in ('MORNING', 'AFTERNOON')),
    reason          text not null check (reason <> ''),
    during          tstzrange not null check (
                        not isempty(during) and not lower_inf(during) and not upper_inf(during)
                        and isfinite(lower(during)) and isfinite(upper(during))),
    created_at      timestamptz not null,
    state           text not null check (state in ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED')),
    outcome         text check (outcome in
                        ('REFUSED_BY_RULE', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'APPROVED', 'TAKEN')),
    admitted        boolean not null,
    escalated       boolean not null,
    begun           boolean not null,
    findings        jsonb not null,
    rules           text not null,
    sheet           jsonb,
    decided_by      text,
    decided_by_name text,
    decided_at      timestamptz,
    comment         text,
    version         bigint not null,
    halves          int4range not null generated always as (int4range(
                        (start_day - date '2000-01-01') * 2 + case start_half when 'MORNING' then 0 else 1 end,
                        (end_day - date '2000-01-01') * 2 + case end_half when 'MORNING' then 0 else 1 end, '[]')) stored,
    unique (tenant_id, number),
    constraint leave_is_decided_once check ((state = 'PENDING') = (outcome is null)),
    -- A person has one live request for a half day. Live from the moment the rules let it pass.
    constraint leave_once exclude using gist (tenant_id with =, agent_id with =, halves with &&)
        where (admitted and state in ('PENDING', 'APPROVED'))
);
create index leave_request_by_agent on leave_request (tenant_id, agent_id, id desc);
create index leave_request_by_department on leave_request (tenant_id, department, id desc);
select baton_protect('leave_request');

-- Append only: what a person may take is the sum of the entries, never a number that is overwritten.
create table leave_entry (
    id         uuid primary key,
    tenant_id  text not null default current_setting('app.tenant') references tenant,
    agent_id   text not null,
    year       integer not null,
    type       text not null,
    kind       text not null check (kind in ('GRANT', 'RESERVE', 'RELEASE', 'DEBIT', 'CREDIT')),
    days       numeric(5, 1) not null check (days > 0),
    leave_id   uuid references leave_request,
    cause      text not null check (cause <> ''),
    at         timestamptz not null default now(),
    constraint leave_entry_belongs_to_a_leave check ((kind = 'GRANT') = (leave_id is null)),
    -- A step that is repeated books nothing twice.
    constraint leave_entry_once unique nulls not distinct (tenant_id, agent_id, year, type, kind, leave_id, cause)
);
create index leave_entry_by_leave on leave_entry (tenant_id, leave_id) where leave_id is not null;
select baton_protect('leave_entry');
revoke update, delete on leave_entry from ${app_role};

create table leave_attachment (
    id         uuid primary key,
    tenant_id  text not null default current_setting('app.tenant') references tenant,
    owner      text not null,
    leave_id   uuid references leave_request,
    name       text not null check (name <> '' and length(name) <= 200),
    type       text not null check (type in ('application/pdf', 'image/png', 'image/jpeg')),
    size       integer not null check (size between 1 and 5242880),
    sha256     text not null check (length(sha256) = 64),
    content    bytea not null,
    created_at timestamptz not null default now(),
    check (octet_length(content) = size)
);
create index leave_attachment_by_leave on leave_attachment (tenant_id, leave_id) where leave_id is not null;
create index leave_attachment_loose on leave_attachment (tenant_id, created_at) where leave_id is null;
select baton_protect('leave_attachment');
