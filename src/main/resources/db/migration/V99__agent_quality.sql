-- How well an agent serves, as rolling means from 0 to 1 instead of counts since ever.

create table agent_quality (
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    agent_id    text not null,
    resolution  double precision not null default 0.5 check (resolution between 0 and 1),
    resolutions integer not null default 0 check (resolutions >= 0),
    rating      double precision not null default 0.5 check (rating between 0 and 1),
    ratings     integer not null default 0 check (ratings >= 0),
    response    double precision not null default 0.5 check (response between 0 and 1),
    responses   integer not null default 0 check (responses >= 0),
    primary key (tenant_id, agent_id)
);
select baton_protect('agent_quality');

alter table handoff add column resolved boolean;
comment on column handoff.resolved is
    'True once it counts as resolved; false once the customer came back about it; absent when nothing was said.';
create index handoff_resolved on handoff (tenant_id, customer_id, ended_at desc) where resolved;

alter table seat add column last_freed_at timestamptz;
alter table seat drop column offers, drop column accepted, drop column completed;
