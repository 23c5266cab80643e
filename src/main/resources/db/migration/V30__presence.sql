-- What people want to be. Whether they are connected is known by Redis alone and may be lost.
create table presence_choice (
    tenant_id text not null references tenant,
    person    text not null,
    state     text not null check (state in ('ONLINE', 'AWAY', 'OFFLINE')),
    since     timestamptz not null,
    primary key (tenant_id, person)
);
select baton_protect('presence_choice');
