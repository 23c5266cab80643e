-- Each time somebody on shift was missing for too long; the key lets each of them be told once, by whichever node.
create table presence_missing (
    tenant_id text not null default current_setting('app.tenant') references tenant,
    person    text not null,
    since     timestamptz not null,
    raised_at timestamptz not null,
    primary key (tenant_id, person, since)
);
select baton_protect('presence_missing');
