-- Leave of several days: what it costs, two levels of approval, a later end; and the places it leaves open.

alter table leave_request
    add column cost             numeric(5, 1) check (cost >= 0),
    add column endorsed_by      text,
    add column endorsed_by_name text,
    add column endorsed_at      timestamptz,
    add column endorsed_comment text,
    add column extend_day       date,
    add column extend_half      text check (extend_half in ('MORNING', 'AFTERNOON')),
    add column extend_reason    text,
    add column extension_sheet  jsonb,
    add constraint leave_endorsement_is_whole check (
        (endorsed_by is null) = (endorsed_at is null) and (endorsed_by is null) = (endorsed_by_name is null)),
    add constraint leave_extension_is_whole check (
        (extend_day is null) = (extend_half is null) and (extend_day is null) = (extend_reason is null)),
    drop constraint leave_request_outcome_check,
    add constraint leave_request_outcome_check check (outcome in
        ('REFUSED_BY_RULE', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'APPROVED', 'TAKEN', 'RETURNED_EARLY'));
update leave_request
    set cost = 0.5 * ((end_day - start_day) * 2
        + case end_half when 'MORNING' then 0 else 1 end - case start_half when 'MORNING' then 0 else 1 end + 1);
alter table leave_request alter column cost set not null;

-- A shift that an approved leave left with fewer people than the department wants, and who takes it over.
create table cover (
    id              uuid primary key,
    tenant_id       text not null default current_setting('app.tenant') references tenant,
    leave_id        uuid not null references leave_request,
    leave_number    text not null,
    absent_id       text not null,
    absent_name     text not null,
    department      text not null,
    assignment_id   uuid not null references assignment,
    rota_day        date not null,
    shift_type_id   uuid not null references shift_type,
    during          tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    state           text not null check (state in ('OPEN', 'OFFERED', 'COVERED', 'LEFT_OPEN', 'RELEASED')),
    offered_to      text,
    offered_to_name text,
    offered_until   timestamptz,
    declined        text[] not null default '{}',
    candidates      jsonb not null default '[]',
    searched_in     text,
    comment         text,
    version         bigint not null,
    constraint cover_is_offered_to_somebody check (
        (state in ('OFFERED', 'COVERED')) <= (offered_to is not null and offered_to_name is not null)),
    -- A place is looked after once.
    constraint cover_once unique (tenant_id, assignment_id)
);
create index cover_by_leave on cover (tenant_id, leave_id);
create index cover_by_department on cover (tenant_id, department, id desc);
create index cover_by_person on cover (tenant_id, offered_to, id desc) where offered_to is not null;
comment on column cover.searched_in is 'The part of the process that looks for this cover; what a form says about it is held against this.';
select baton_protect('cover');
