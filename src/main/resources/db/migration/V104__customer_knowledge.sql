-- What an agent knows of a customer: what the company's site told, and what colleagues wrote down.

create function baton_keys(object jsonb) returns integer language sql immutable as $$
    select count(*)::integer from jsonb_object_keys(object)
$$;
comment on function baton_keys is 'How many keys a JSON object has.';

alter table customer
    add column tags text[] not null default '{}' check (cardinality(tags) <= 20);
alter table conversation
    add column tags text[] not null default '{}' check (cardinality(tags) <= 20),
    add column topic_version integer not null default 1,
    add column close_note text check (length(close_note) between 1 and 500);
comment on column conversation.topic_version is 'Counts the changes of subject and category, so that of two who edit them at once the second is told.';
comment on column conversation.close_note is 'Why it ended, for the own people: the customer never reads it.';

-- The tags that are in use, so that the same thing is called the same: one spelling for each.
create table tag (
    tenant_id text not null default current_setting('app.tenant') references tenant,
    name      text not null check (length(name) between 1 and 30),
    uses      integer not null check (uses >= 0),
    used_at   timestamptz not null
);
select baton_protect('tag');
create unique index tag_by_name on tag (tenant_id, lower(name));

-- The newest of what the site told; older rows are deleted as new ones come.
create table customer_page (
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    id          uuid not null,
    customer_id uuid not null references customer,
    url         text not null check (length(url) between 1 and 2000),
    title       text not null default '' check (length(title) <= 200),
    at          timestamptz not null,
    primary key (tenant_id, id)
);
select baton_protect('customer_page');
create index customer_page_by_customer on customer_page (customer_id, at desc, id desc);
comment on column customer_page.url is 'Without user, query and fragment, which may hold secrets.';

create table customer_event (
    tenant_id   text not null default current_setting('app.tenant') references tenant,
    id          uuid not null,
    customer_id uuid not null references customer,
    name        text not null check (length(name) between 1 and 100),
    data        jsonb not null default '{}',
    at          timestamptz not null,
    primary key (tenant_id, id)
);
select baton_protect('customer_event');
create index customer_event_by_customer on customer_event (customer_id, at desc, id desc);

create table customer_note (
    tenant_id       text not null default current_setting('app.tenant') references tenant,
    id              uuid not null,
    customer_id     uuid not null references customer,
    conversation_id uuid references conversation,
    author          text not null,
    author_name     text not null,
    at              timestamptz not null,
    text            text not null check (length(text) between 1 and 10000),
    primary key (tenant_id, id)
);
select baton_protect('customer_note');
create index customer_note_by_customer on customer_note (customer_id, id desc);
comment on column customer_note.conversation_id is 'Of which conversation it is; absent when it is of the customer.';
-- What was noted stays as it was noted.
revoke update, delete, truncate on customer_note from ${app_role};
