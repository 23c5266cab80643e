-- What managers watch all day: who waits since when, and what became of the requests of a span of time.

-- A customer whose agent was lost waits anew; how long a wait has lasted is counted from here.
alter table handoff add column queued_again_at timestamptz;
comment on column handoff.queued_again_at is 'When a request that was served already came back to the queue; absent for one that never did.';

-- The requests of a span of time with all that figures are made of, so that the wide rows need not be read.
create index handoff_by_request on handoff (tenant_id, requested_at) include (department, state, accepted_at, ended_at);
