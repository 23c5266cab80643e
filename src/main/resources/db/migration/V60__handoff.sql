-- From the bot to a person: requests, seats, offers.

create table handoff (
    tenant_id        text not null references tenant,
    id               uuid not null,
    conversation_id  uuid not null,
    customer_id      text not null,
    customer_name    text not null,
    subject          text not null,
    reason           text not null,
    skills           text[] not null default '{}',
    state            text not null check (state in ('PENDING', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED',
                                                    'TRANSFERRED', 'COMPLETED', 'CANCELLED', 'TICKETED')),
    department       text not null,
    priority         text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    skills_dropped   boolean not null default false,
    front            boolean not null default false,
    requested_at     timestamptz not null,
    -- The order of the queue; each priority is worth a span of waiting, so that low ones age into their turn.
    rank_at          timestamptz not null,
    place            integer,
    entry_place      integer,
    entry_seats      integer,
    agent_id         text,
    score            jsonb,
    offered_at       timestamptz,
    offer_expires_at timestamptz,
    transfer_to      text,
    misses           integer not null default 0 check (misses >= 0),
    customer_lost    boolean not null default false,
    note             text,
    accepted_at      timestamptz,
    ended_at         timestamptz,
    end_reason       text,
    ticket_id        uuid,
    ticket_number    text,
    primary key (tenant_id, id),
    check ((agent_id is not null) or state in ('PENDING', 'COMPLETED', 'CANCELLED', 'TICKETED')),
    check ((state = 'TICKETED') = (ticket_id is not null)),
    check ((state in ('COMPLETED', 'CANCELLED', 'TICKETED')) = (ended_at is not null)),
    check ((state = 'TRANSFERRED') = (transfer_to is not null))
);
select baton_protect('handoff');

create unique index handoff_one_open on handoff (tenant_id, conversation_id)
    where state not in ('COMPLETED', 'CANCELLED', 'TICKETED');
create index handoff_queue on handoff (tenant_id, department, front desc, rank_at, id)
    where state in ('PENDING', 'ASSIGNED');
create index handoff_by_agent on handoff (tenant_id, agent_id)
    where state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'TRANSFERRED');
create index handoff_by_conversation on handoff (tenant_id, conversation_id, id desc);
create index handoff_waits on handoff (tenant_id, department, accepted_at desc) where entry_place is not null;
create index handoff_by_customer on handoff (tenant_id, customer_id, requested_at);

-- How many conversations an agent holds. Only a manager's own hand gives one beyond the maximum, and that one is counted as extra.
create table seat (
    tenant_id        text not null references tenant,
    agent_id         text not null,
    active           integer not null default 0,
    max_active       integer not null check (max_active >= 0),
    extra            integer not null default 0 check (extra >= 0),
    misses_in_a_row  integer not null default 0,
    offers           integer not null default 0,
    accepted         integer not null default 0,
    completed        integer not null default 0,
    last_assigned_at timestamptz,
    primary key (tenant_id, agent_id),
    check (active between 0 and max_active + extra)
);
select baton_protect('seat');

-- Every offer that was made and how it ended; an agent is not asked again about the same request for a while.
create table handoff_offer (
    tenant_id  text not null references tenant,
    handoff_id uuid not null,
    agent_id   text not null,
    offered_at timestamptz not null,
    outcome    text not null check (outcome in ('ACCEPTED', 'REJECTED', 'MISSED', 'WITHDRAWN')),
    ended_at   timestamptz not null,
    score      jsonb not null,
    primary key (tenant_id, handoff_id, agent_id, offered_at)
);
select baton_protect('handoff_offer');

-- Customers who may write but are not connected to people.
create table handoff_block (
    tenant_id   text not null references tenant,
    customer_id text not null,
    reason      text not null,
    blocked_by  text not null,
    blocked_at  timestamptz not null,
    primary key (tenant_id, customer_id)
);
select baton_protect('handoff_block');
