-- Tickets are worked on: somebody has them, until when they are due, what was noted, how the customer can be reached.

-- The owner sees no tenant's rows either, unless it is let for a moment.
alter table ticket no force row level security;
alter table handoff no force row level security;

create table ticket_note (
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    id          uuid not null,
    ticket_id   uuid not null,
    author      text not null,
    author_name text not null,
    at          timestamptz not null,
    text        text not null check (length(text) between 1 and 10000),
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket
);
insert into ticket_note (tenant_id, id, ticket_id, author, author_name, at, text)
select tenant_id, gen_random_uuid(), id, resolved_by, resolved_by, resolved_at, note from ticket where note is not null;
select baton_protect('ticket_note');
create index ticket_note_by_ticket on ticket_note (tenant_id, ticket_id, at, id);
-- What was noted stays as it was noted.
revoke update, delete, truncate on ticket_note from ${app_role};

alter table ticket
    drop constraint ticket_check,
    drop constraint ticket_state_check,
    add column priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    add column assignee text check (assignee = lower(assignee) and assignee <> ''),
    add column assignee_name text,
    add column state_since timestamptz,
    add column waiting_since timestamptz,
    add column due_at timestamptz,
    add column contact_name text check (length(contact_name) between 1 and 100),
    add column contact_email text check (length(contact_email) between 3 and 254),
    add column contact_phone text check (length(contact_phone) between 5 and 30),
    add column version integer not null default 1;
comment on column ticket.waiting_since is 'Since when the customer waits for an answer; what is due counts from then.';

update ticket set state = 'SOLVED', assignee = lower(resolved_by), assignee_name = resolved_by where state = 'RESOLVED';
update ticket set state = 'NEW' where state = 'OPEN';
update ticket t set priority = h.priority from handoff h where h.tenant_id = t.tenant_id and h.ticket_id = t.id;
update ticket set state_since = coalesce(resolved_at, created_at), waiting_since = created_at,
    due_at = created_at + case priority when 'URGENT' then interval '4 hours' when 'HIGH' then interval '8 hours'
                                        when 'NORMAL' then interval '1 day' else interval '3 days' end;

alter table ticket
    alter column priority drop default,
    alter column version drop default,
    alter column state_since set not null,
    alter column waiting_since set not null,
    alter column due_at set not null,
    drop column resolved_at,
    drop column resolved_by,
    drop column note,
    add constraint ticket_state_check check (state in ('NEW', 'OPEN', 'PENDING', 'SOLVED', 'CLOSED')),
    add constraint ticket_has_an_assignee check (
        state = 'CLOSED' or (state = 'NEW') = (assignee is null)),
    add constraint ticket_assignee_has_a_name check ((assignee is null) = (assignee_name is null));

alter table ticket force row level security;
alter table handoff force row level security;

-- What is not closed: counted, and listed by who has it and by when it is due.
create index ticket_open on ticket (tenant_id, department, state) where state <> 'CLOSED';
create index ticket_by_assignee on ticket (tenant_id, assignee, id desc) where state <> 'CLOSED';
create index ticket_due on ticket (tenant_id, due_at, id) where state <> 'CLOSED';
create index ticket_by_conversation on ticket (tenant_id, conversation_id);
create index ticket_solved on ticket (tenant_id, state_since) where state = 'SOLVED';
