-- The trail: who decided what, when and why. Written once, in the transaction of the change, and never changed again.

create table trail (
    tenant_id  text not null references tenant,
    id         uuid not null,
    at         timestamptz not null,
    kind       text not null,
    subject_id text not null,
    what       text not null,
    actor      text not null,
    actor_name text not null,
    role       text not null,
    owner      text,
    department text,
    before     text,
    after      text,
    comment    text,
    primary key (tenant_id, at, id)
) partition by range (at);
select baton_protect('trail');
create index trail_by_subject on trail (tenant_id, kind, subject_id, at, id);

-- Makes the partitions of the months up to the given day; the application may call it but owns none of them.
create function baton_trail_partitions(until date) returns integer
    language plpgsql security definer set search_path = public as $$
declare
    month date := date_trunc('month', current_date - interval '3 months');
    made  integer := 0;
begin
    while month <= until loop
        if to_regclass('trail_' || to_char(month, 'YYYYMM')) is null then
            execute format(
                'create table %I partition of trail for values from (%L) to (%L)',
                'trail_' || to_char(month, 'YYYYMM'), month, month + interval '1 month');
            execute format('alter table %I enable row level security', 'trail_' || to_char(month, 'YYYYMM'));
            execute format('revoke all on %I from ${app_role}', 'trail_' || to_char(month, 'YYYYMM'));
            made := made + 1;
        end if;
        month := month + interval '1 month';
    end loop;
    return made;
end $$;
revoke all on function baton_trail_partitions from public;
grant execute on function baton_trail_partitions to ${app_role};
select baton_trail_partitions((current_date + interval '6 months')::date);

revoke update, delete, truncate on trail from ${app_role};
