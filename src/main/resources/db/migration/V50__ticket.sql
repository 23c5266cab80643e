-- What is left to do when nobody could talk to the customer.

create table ticket (
    tenant_id       text not null references tenant,
    id              uuid not null,
    number          text not null,
    conversation_id uuid not null,
    customer_id     text not null,
    customer_name   text not null,
    subject         text not null check (subject <> ''),
    reason          text not null,
    department      text not null,
    state           text not null check (state in ('OPEN', 'RESOLVED')),
    created_at      timestamptz not null,
    resolved_at     timestamptz,
    resolved_by     text,
    note            text,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    check ((state = 'RESOLVED') = (resolved_at is not null and resolved_by is not null and note is not null))
);
select baton_protect('ticket');

-- Lists are newest first and by department; ids begin with their time.
create index ticket_by_department on ticket (tenant_id, department, state, id desc);
