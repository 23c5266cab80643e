-- Who is not served at all: customers, and addresses from which they come anew. Until now only handoffs knew customers.

alter table handoff_block rename to blocklist;
alter table blocklist rename column customer_id to subject;
alter table blocklist drop constraint handoff_block_pkey;
alter table blocklist
    add column id uuid not null default gen_random_uuid(),
    add column kind text not null default 'CUSTOMER' check (kind in ('CUSTOMER', 'ADDRESS')),
    add column until timestamptz,
    add primary key (tenant_id, id),
    add unique (tenant_id, kind, subject);
comment on column blocklist.subject is 'A customer''s id, or an address or a range of addresses as CIDR.';

-- For nodes of the version before, while they are replaced one by one.
create view handoff_block with (security_invoker = true) as
    select tenant_id, subject as customer_id, reason, blocked_by, blocked_at from blocklist
    where kind = 'CUSTOMER' and (until is null or until > now());
grant select on handoff_block to ${app_role};
