-- How many people a department wants in a shift, by the weekday of the rota day.

create table staffing (
    tenant_id     text not null default current_setting('app.tenant') references tenant,
    shift_type_id uuid not null references shift_type,
    department    text not null check (department <> ''),
    weekday       smallint not null check (weekday between 1 and 7),
    valid_from    date not null,
    people        smallint not null check (people between 0 and 500),
    primary key (tenant_id, shift_type_id, department, weekday, valid_from)
);
comment on column staffing.weekday is 'ISO 8601: 1 is Monday.';
comment on column staffing.valid_from is 'From this rota day on, until a later row of the same shift, department and weekday.';
select baton_protect('staffing');
