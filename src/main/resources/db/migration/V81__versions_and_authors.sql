-- What a shift type is may change; what it was stays. A version is added and never written again.

create table shift_type_version (
    tenant_id     text not null default current_setting('app.tenant') references tenant,
    shift_type_id uuid not null references shift_type,
    number        integer not null check (number > 0),
    valid_from    date not null,
    name_zh       text not null check (name_zh <> ''),
    name_en       text not null check (name_en <> ''),
    color         text not null check (color ~ '^#[0-9a-f]{6}$'),
    starts_at     time not null,
    ends_at       time not null,
    breaks        jsonb not null default '[]',
    skills        text[] not null default '{}',
    author        text not null,
    written_at    timestamptz not null,
    primary key (tenant_id, shift_type_id, number)
);
comment on column shift_type_version.valid_from is
    'From this rota day on, until a version with a later day; of two with the same day the higher number counts.';

-- The owner sees no tenant's rows either, unless it is let for a moment.
alter table shift_type no force row level security;
insert into shift_type_version
    (tenant_id, shift_type_id, number, valid_from, name_zh, name_en, color, starts_at, ends_at, breaks, skills, author, written_at)
select tenant_id, id, 1, date '2000-01-01', name_zh, name_en, color, starts_at, ends_at, breaks, skills, 'system', now()
from shift_type;
alter table shift_type force row level security;
select baton_protect('shift_type_version');

alter table shift_type
    drop column name_zh, drop column name_en, drop column color, drop column starts_at, drop column ends_at,
    drop column breaks, drop column skills,
    add column version integer not null default 1,
    add column retired_at timestamptz;
comment on column shift_type.version is 'Counts every change, retirement included; the number of the newest version is not above it.';

-- Every node remembers the shift types and what is wanted of them; each is told when they changed, at the commit.
create function baton_tell_shift_types() returns trigger language plpgsql as $$
begin
    perform pg_notify('baton_shift_types', coalesce(new.tenant_id, old.tenant_id));
    return null;
end $$;
create trigger shift_type_changed after insert or update or delete on shift_type
    for each row execute function baton_tell_shift_types();
create trigger shift_type_version_changed after insert or update or delete on shift_type_version
    for each row execute function baton_tell_shift_types();
create trigger staffing_changed after insert or update or delete on staffing
    for each row execute function baton_tell_shift_types();

-- Who wrote a row of the rota; rows are never rewritten, so a row and those it replaced tell who changed what.
alter table assignment add column author text;
comment on column assignment.author is 'The person id; null for rows that are older than this column.';
