-- The tenant's calendar: the days that depart from the week. All others are what the week makes of them.

create table calendar_year (
    tenant_id text not null default current_setting('app.tenant') references tenant,
    year      smallint not null check (year between 2000 and 2099),
    announced boolean not null default false,
    version   integer not null default 1,
    primary key (tenant_id, year)
);
comment on column calendar_year.announced is 'False, or no row: nobody knows the holidays of the year yet.';
comment on column calendar_year.version is 'Counts the changes, so that of two who edit the year at once the second is told.';
select baton_protect('calendar_year');

create table calendar_day (
    tenant_id    text not null default current_setting('app.tenant') references tenant,
    day          date not null check (day between '2000-01-01' and '2099-12-31'),
    kind         text not null
        check (kind in ('WORKDAY', 'ADJUSTED_WORKDAY', 'REST_DAY', 'DAY_OFF', 'STATUTORY_HOLIDAY')),
    name_zh      text not null check (length(name_zh) <= 50),
    name_en      text not null check (length(name_en) <= 50),
    notice_year  smallint,
    primary key (tenant_id, day)
);
comment on column calendar_day.notice_year is
    'The year whose notice said so: late December may stand in the next one''s. Absent when a person entered the day.';
select baton_protect('calendar_day');
