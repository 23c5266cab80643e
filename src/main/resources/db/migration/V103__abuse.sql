-- Who asks too often: how many times a customer or an address was turned away, and when their managers were told last.

create table handoff_refusal (
    tenant_id  text not null references tenant,
    kind       text not null check (kind in ('CUSTOMER', 'ADDRESS')),
    subject    text not null,
    total      bigint not null check (total > 0),
    recent     timestamptz[] not null check (cardinality(recent) > 0),
    last_at    timestamptz not null,
    alerted_at timestamptz,
    primary key (tenant_id, kind, subject)
);
select baton_protect('handoff_refusal');
comment on column handoff_refusal.recent is 'When it happened last, oldest first; as many as an alert needs.';

-- From where a customer came last, so that an address can be blocked as well.
create table customer_address (
    tenant_id   text not null references tenant,
    customer_id uuid not null references customer,
    address     text not null,
    seen_at     timestamptz not null,
    primary key (tenant_id, customer_id)
);
select baton_protect('customer_address');

-- A customer's record reads these by customer, newest first.
create index ticket_by_customer on ticket (tenant_id, customer_id, id desc);
