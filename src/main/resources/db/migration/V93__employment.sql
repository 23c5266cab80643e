-- Since when people work: also those who take no conversations have a balance of annual leave.

create table employment (
    tenant_id      text not null default current_setting('app.tenant') references tenant,
    person_id      text not null check (person_id = lower(person_id) and person_id <> ''),
    works_since    date,
    employed_since date,
    primary key (tenant_id, person_id),
    constraint employment_not_before_any_work check (works_since <= employed_since)
);
comment on column employment.works_since is 'The first day of the first employment, anywhere.';
comment on column employment.employed_since is 'The first day with this employer.';

alter table agent no force row level security;
insert into employment (tenant_id, person_id, works_since, employed_since)
select tenant_id, id, works_since, employed_since from agent
where works_since is not null or employed_since is not null;
alter table agent force row level security;
select baton_protect('employment');

alter table agent
    drop constraint agent_works_before_being_employed,
    drop column works_since,
    drop column employed_since;
