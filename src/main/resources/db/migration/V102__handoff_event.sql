-- What happened to each handoff, in the words of the floor: the next agent reads from it what was tried, who rejected, who
-- was on it before and what they noted. The trail keeps the same steps for auditors, without the people they concern.

create table handoff_event (
    tenant_id    text not null references tenant,
    id           uuid not null,
    step         bigint generated always as identity,
    handoff_id   uuid not null,
    at           timestamptz not null,
    what         text not null,
    actor        text not null,
    actor_name   text not null,
    before       text,
    after        text not null,
    agent_before text,
    agent_after  text,
    target       text,
    department   text not null,
    comment      text,
    primary key (tenant_id, id),
    foreign key (tenant_id, handoff_id) references handoff
);
select baton_protect('handoff_event');
revoke update, delete, truncate on handoff_event from ${app_role};
create index handoff_event_by_handoff on handoff_event (tenant_id, handoff_id, step);
comment on column handoff_event.target is 'The agent who was asked to take over from another one.';
comment on column handoff_event.comment is 'A note, a reason, a number of a ticket; never shown to customers.';

-- Since when the agent in transfer_to is being asked, and until when an answer counts.
alter table handoff add column transfer_at timestamptz, add column transfer_until timestamptz;
create index handoff_by_target on handoff (tenant_id, transfer_to) where transfer_to is not null;
