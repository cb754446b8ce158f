create table directory.upload (
    tenant integer not null references directory.tenant,
    id uuid not null,
    person bigint not null,
    file_name text not null,
    content bytea not null,
    at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, person) references directory.person
);
create index upload_person on directory.upload (tenant, person);
create index upload_at on directory.upload (at);
comment on table directory.upload is
    'A sheet of units and people between its preview and its import; gone when it is imported, and after a day in any case';
