-- Chain swaps: who proposed what, who takes part, what the departments say.

create table swap (
    id               uuid primary key,
    tenant_id        text not null default current_setting('app.tenant') references tenant,
    number           text not null,
    proposed_by      text not null check (proposed_by = lower(proposed_by) and proposed_by <> ''),
    proposed_by_name text not null,
    comment          text,
    proposed_at      timestamptz not null,
    state            text not null check (state in ('PROPOSED', 'CONFIRMING', 'APPROVING', 'EXECUTED', 'REFUSED',
                         'DECLINED', 'EXPIRED', 'WITHDRAWN', 'REJECTED', 'FAILED')),
    escalated        boolean not null,
    findings         jsonb not null,
    rules            text not null,
    confirm_until    timestamptz,
    settle_until     timestamptz,
    sheet            jsonb,
    settled_by       text,
    settled_by_name  text,
    settled_at       timestamptz,
    settled_comment  text,
    version          bigint not null,
    unique (tenant_id, number),
    constraint swap_is_settled_once check (
        (state in ('PROPOSED', 'CONFIRMING', 'APPROVING')) = (settled_by is null)
        and (settled_by is null) = (settled_at is null) and (settled_by is null) = (settled_by_name is null)),
    constraint swap_has_deadlines check (
        state not in ('CONFIRMING', 'APPROVING', 'EXECUTED') or (confirm_until is not null and settle_until is not null))
);
create index swap_by_state on swap (tenant_id, state, id desc);
create index swap_newest on swap (tenant_id, id desc);
select baton_protect('swap');

create table swap_item (
    tenant_id    text not null default current_setting('app.tenant') references tenant,
    swap_id      uuid not null references swap,
    step         smallint not null check (step between 1 and 8),
    agent_id     text not null check (agent_id = lower(agent_id) and agent_id <> ''),
    agent_name   text not null,
    department   text not null,
    gives        uuid not null references assignment,
    takes        uuid not null references assignment,
    confirmation text not null check (confirmation in ('OPEN', 'AGREED', 'DECLINED')),
    answered_at  timestamptz,
    answer       text,
    primary key (swap_id, step),
    constraint swap_item_answer_has_a_time check ((confirmation = 'OPEN') = (answered_at is null))
);
create index swap_item_by_agent on swap_item (tenant_id, agent_id, swap_id desc);
create index swap_item_by_gift on swap_item (tenant_id, gives);
select baton_protect('swap_item');

create table swap_approval (
    tenant_id  text not null default current_setting('app.tenant') references tenant,
    swap_id    uuid not null references swap,
    department text not null,
    state      text not null check (state in ('OPEN', 'APPROVED', 'REJECTED')),
    by         text,
    by_name    text,
    at         timestamptz,
    comment    text,
    primary key (swap_id, department),
    constraint swap_approval_has_a_decider check (
        (state = 'OPEN') = (by is null) and (by is null) = (at is null) and (by is null) = (by_name is null))
);
create index swap_approval_by_department on swap_approval (tenant_id, department, swap_id desc);
select baton_protect('swap_approval');

-- Who holds what, for a swap that is looked for by its locks.
create index assignment_lock_by_kind on assignment_lock (tenant_id, request_kind, request_id);
