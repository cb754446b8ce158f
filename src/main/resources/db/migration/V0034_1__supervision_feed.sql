create table supervision.feed (
    tenant   integer     not null references directory.tenant,
    person   bigint      not null,
    hash     bytea       not null check (length(hash) = 32),
    made_at  timestamptz not null,
    primary key (tenant, person),
    unique (tenant, hash),
    foreign key (tenant, person) references directory.person
);
comment on table supervision.feed is
    'Under which secret address a person''s calendar may be read without a session. Only a hash of the secret is kept: who reads the table '
    'cannot read the calendars';
