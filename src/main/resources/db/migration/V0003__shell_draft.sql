create schema shell;
comment on schema shell is 'What pages keep for their readers';

create table shell.draft (
    tenant  integer not null references directory.tenant,
    person  bigint not null,
    key     text not null check (length(key) between 1 and 200),
    content jsonb not null,
    kept_at timestamptz not null,
    primary key (tenant, person, key)
);
comment on table shell.draft is
    'What somebody has typed into a form and not sent yet, so that nothing typed is lost. Seen by its writer alone; gone when the form is taken.';
