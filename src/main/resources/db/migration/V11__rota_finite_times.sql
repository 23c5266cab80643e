-- A check that yields null passes: endless times must be refused by name.

alter table assignment drop constraint assignment_is_finite;
alter table assignment add constraint assignment_is_finite check (
    not isempty(during) and not lower_inf(during) and not upper_inf(during)
    and lower_inc(during) and not upper_inc(during)
    and isfinite(lower(during)) and isfinite(upper(during))
    and upper(during) - lower(during) <= interval '30 hours'
    and (status <> 'ACTIVE' or upper(during) - lower(during) <= interval '24 hours'));
