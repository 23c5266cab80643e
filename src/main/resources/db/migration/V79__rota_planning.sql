-- What a shift needs of whoever works it, and how much somebody works by contract.

alter table shift_type add column skills text[] not null default '{}';
alter table agent add column weekly_hours smallint not null default 40 check (weekly_hours between 1 and 60);

-- The rules look at weeks of a person at once.
create index assignment_by_agent on assignment (tenant_id, agent_id, rota_day) where status in ('ACTIVE', 'LEAVE');
