-- How each department is routed: whom it asks, and when its people are reachable.

create table routing_policy (
    tenant_id      text not null default current_setting('app.tenant') references tenant,
    department     text not null check (length(department) between 1 and 60),
    strategy       text not null check (strategy in ('SCORE', 'ROUND_ROBIN', 'LONGEST_IDLE', 'LAST_AGENT_FIRST')),
    own_hours      boolean not null,
    open_holidays  boolean not null,
    version        integer not null check (version > 0),
    primary key (tenant_id, department)
);
comment on column routing_policy.own_hours is 'False: the tenant''s opening hours. True: those of routing_hours; a weekday without a row is closed.';
comment on column routing_policy.version is 'Counts the changes, so that of two who edit it at once the second is told.';
select baton_protect('routing_policy');

create table routing_hours (
    tenant_id  text not null default current_setting('app.tenant'),
    department text not null,
    weekday    smallint not null check (weekday between 1 and 7),
    opens      time not null,
    closes     time not null,
    primary key (tenant_id, department, weekday, opens),
    foreign key (tenant_id, department) references routing_policy on delete cascade
);
comment on column routing_hours.closes is 'On the next day unless it is after opens.';
select baton_protect('routing_hours');
