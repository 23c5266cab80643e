-- Balances: since when people work, overtime that is taken as leave, days that move to the next year or are lost.

alter table agent
    add column works_since date,
    add column employed_since date,
    add constraint agent_works_before_being_employed check (works_since <= employed_since);

alter table leave_entry
    alter column days type numeric(9, 4),
    add column hours numeric(6, 2) check (hours > 0),
    add column day date,
    add column expires_on date,
    add column lot uuid references leave_entry,
    add column note text check (note <> ''),
    add column booked_by text not null default 'system' check (booked_by <> ''),
    add column booked_by_name text not null default 'Baton' check (booked_by_name <> ''),
    drop constraint leave_entry_kind_check,
    drop constraint leave_entry_belongs_to_a_leave,
    add constraint leave_entry_kind_check check (kind in
        ('GRANT', 'CARRY_IN', 'CARRY_OUT', 'EARN', 'REVERSE', 'EXPIRE', 'RESERVE', 'RELEASE', 'DEBIT', 'CREDIT')),
    add constraint leave_entry_belongs_to_a_leave check (
        (kind in ('RESERVE', 'RELEASE', 'DEBIT', 'CREDIT')) = (leave_id is not null)),
    add constraint leave_entry_takes_from_a_lot check (kind not in ('REVERSE', 'EXPIRE') or lot is not null),
    add constraint leave_entry_earned_says_why check (
        kind <> 'EARN' or (hours is not null and day is not null and note is not null));
create index leave_entry_by_person on leave_entry (tenant_id, agent_id, type, id desc);
comment on column leave_entry.year is 'The calendar year whose days these are; 0 for hours, which belong to no year.';
comment on column leave_entry.expires_on is 'The last day on which the days can be taken; without one they wait for the end of the year.';
comment on column leave_entry.lot is 'The entry whose days these were.';

-- Hours that were worked in autumn are taken in spring: they have one account, not one for each year.
alter table leave_entry no force row level security;
update leave_entry
set year = 0, cause = case when leave_id is null then cause || ' ' || year else cause end
where type = 'COMPENSATORY';
alter table leave_entry force row level security;
