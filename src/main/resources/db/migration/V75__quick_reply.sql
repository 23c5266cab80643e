-- Texts that agents use again and again: their own, those of a department, those of the whole company.

create table quick_reply (
    tenant_id  text not null default current_setting('app.tenant') references tenant,
    id         uuid not null,
    scope      text not null check (scope in ('PERSONAL', 'DEPARTMENT', 'TENANT')),
    -- The person of a personal one, the department of a shared one, empty when the whole company shares it.
    owner      text not null,
    category   text not null default '' check (length(category) <= 50),
    title      text not null check (length(title) between 1 and 100),
    shortcut   text check (length(shortcut) between 1 and 30),
    body       text not null check (length(body) between 1 and 8000),
    version    integer not null default 1,
    updated_by text not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, scope, owner, shortcut),
    check ((scope = 'TENANT') = (owner = ''))
);
select baton_protect('quick_reply');
create index quick_reply_by_title on quick_reply (tenant_id, category, title, id);
