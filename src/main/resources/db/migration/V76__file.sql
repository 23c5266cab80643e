-- Files and pictures that were sent in conversations; their bytes are apart from what is read often.

create table file (
    tenant_id       text not null default current_setting('app.tenant') references tenant,
    id              uuid not null,
    conversation_id uuid not null,
    message_id      uuid not null,
    party_kind      text not null check (party_kind in ('AGENT', 'CUSTOMER')),
    party_id        text not null,
    name            text not null check (length(name) between 1 and 200),
    content_type    text not null,
    size            integer not null check (size > 0),
    sha256          text not null,
    width           integer,
    height          integer,
    thumbnail_type  text,
    posted          boolean not null default false,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (conversation_id, message_id)
);
select baton_protect('file');
create index file_not_posted on file (tenant_id, created_at) where not posted;
comment on column file.message_id is 'The sender''s id of the message: the same id again is the same file.';
comment on column file.posted is 'Its message is known to be stored; what stays without a message is removed.';

create table file_content (
    tenant_id text not null default current_setting('app.tenant'),
    file_id   uuid not null,
    kind      text not null check (kind in ('ORIGINAL', 'THUMBNAIL')),
    bytes     bytea not null,
    primary key (tenant_id, file_id, kind),
    foreign key (tenant_id, file_id) references file on delete cascade
);
select baton_protect('file_content');
-- What is sent is compressed already.
alter table file_content alter column bytes set storage external;
